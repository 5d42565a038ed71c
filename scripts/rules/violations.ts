/**
 * One violation, and one thing allowed, for every row of "Who may import whom" in ARCHITECTURE.md.
 * The test plants both and sees oxlint tell them apart.
 */

/** A file to plant. */
export interface Planted {
  readonly file: string
  readonly code: string
}

/** A violation, with the name of the rule that must report it. */
export interface Violation extends Planted {
  readonly rule: string
}

const importing = (from: string) => `import { thing } from '${from}'\n\nthing()\n`
const exporting = (from: string) => `export { thing } from '${from}'\n`
const importingType = (from: string) => `import type { Thing } from '${from}'\n\nexport const thing: Thing = 1\n`

function planted(file: string, code: string): Planted {
  return { file, code }
}

function violation(rule: string, file: string, code: string): Violation {
  return { rule, file, code }
}

// oxlint lets a later block replace an earlier one's patterns, so a rule for many folders stands in each of their
// blocks, and can be forgotten in each.
const browserFolders = ['portal', 'widget', 'widget/steps', 'ui']
const serviceFolders = [
  'server/services',
  'server/services/billing',
  'server/services/billing/stripe',
  'server/services/billing/stripe/api',
]
const serverFolders = [
  'server',
  'server/engine',
  'server/store',
  'server/records/seats',
  'server/api',
  ...serviceFolders,
]

const everywhere = [...serverFolders, ...browserFolders].flatMap((folder) => [
  violation('product-without-its-tests', `${folder}/x1.ts`, importing('../../e2e/journey.ts')),
  violation('sandbox-is-chosen-in-main', `${folder}/x2.ts`, importing('../../sandbox/stripe.ts')),
])

const inBrowsers = browserFolders.flatMap((folder) => [
  violation('browser-has-no-server', `${folder}/x3.ts`, importing('../../server/api/router.ts')),
  violation('browser-has-no-server', `${folder}/x4.ts`, importingType('../../server/records/seats/seats.ts')),
  violation('browser-has-no-server', `${folder}/x5.ts`, importing('../../server/errors.ts')),
  violation('browser-has-no-server', `${folder}/x6.ts`, importing('stripe')),
])

const inViews = ['widget/steps', 'ui'].flatMap((folder) => [
  violation('props-in-callbacks-out', `${folder}/x7.ts`, importing('../../machines/onboarding/onboarding.machine.ts')),
  violation('props-in-callbacks-out', `${folder}/x8.ts`, importing('../../machines/registry.ts')),
  violation('props-in-callbacks-out', `${folder}/x9.ts`, importing('@xstate/react')),
  violation('props-in-callbacks-out', `${folder}/x10.ts`, importing('@trpc/client')),
  violation('props-in-callbacks-out', `${folder}/x11.ts`, importing('../../widget/client/connection.ts')),
])

const inServices = serviceFolders.flatMap((folder) => [
  violation('services-stand-alone', `${folder}/x12.ts`, importing('../../engine/engine.ts')),
  violation('services-stand-alone', `${folder}/x13.ts`, importing('../../store/store.ts')),
  violation('services-stand-alone', `${folder}/x14.ts`, importing('../../api/router.ts')),
])

/** What must be reported. */
export const violations: readonly Violation[] = [
  ...everywhere,
  ...inBrowsers,
  ...inViews,
  ...inServices,
  violation('machines-are-pure', 'machines/a/a.machine.ts', importing('node:fs')),
  violation('machines-are-pure', 'machines/a/b.machine.ts', importing('../../server/errors.ts')),
  violation('machines-are-pure', 'machines/a/c.machine.ts', importing('react')),
  violation('machines-are-pure', 'machines/a/d.machine.ts', 'export const at = Date.now()\n'),
  violation('machines-are-pure', 'machines/a/e.machine.ts', 'export const at = Math.random()\n'),
  violation('machines-are-pure', 'machines/a/f.machine.ts', 'export const id = crypto.randomUUID()\n'),
  violation('machines-are-pure', 'machines/a/g.machine.ts', exporting('zod')),
  violation('engine-is-generic', 'server/engine/a.ts', importing('../../machines/onboarding/onboarding.machine.ts')),
  violation('engine-is-generic', 'server/engine/b.ts', importing('../services/billing/charge.ts')),
  violation('engine-is-generic', 'server/engine/planner/c.ts', importing('../../store/sqlite/sqlite-store.ts')),
  violation('engine-is-generic', 'server/engine/d.ts', importing('better-sqlite3')),
  violation('store-keeps-promises', 'server/store/a.ts', importing('../engine/engine.ts')),
  violation('store-keeps-promises', 'server/store/sqlite/b.ts', importing('../../services/billing/charge.ts')),
  violation('store-keeps-promises', 'server/store/sqlite/c.ts', importing('../../records/seats/seats.ts')),
  violation('store-keeps-promises', 'server/store/d.ts', importing('../api/router.ts')),
  violation('records-know-the-connection', 'server/records/seats/a.ts', importing('../../engine/engine.ts')),
  violation('records-know-the-connection', 'server/records/seats/b.ts', importing('../../store/store.ts')),
  violation('records-know-the-connection', 'server/records/seats/c.ts', importing('../../config.ts')),
  violation('records-know-the-connection', 'server/records/seats/d.ts', importing('../../services/billing/charge.ts')),
  violation('services-stand-alone', 'server/services/billing/a.ts', importing('../notification/send.ts')),
  violation('services-stand-alone', 'server/services/billing/stripe/b.ts', importing('../../notification/send.ts')),
  violation('services-stand-alone', 'server/services/billing/stripe/api/c.ts', importing('../../../export/zip.ts')),
  violation('services-stand-alone', 'server/services/billing/d.ts', importing('../../services/export/zip.ts')),
  violation('api-never-does-the-work', 'server/api/a.ts', importing('../services/billing/charge.ts')),
  violation('api-never-does-the-work', 'server/api/b.ts', importing('kysely')),
  violation('api-never-does-the-work', 'server/api/c.ts', importing('../store/sqlite/sqlite-store.ts')),
  violation('widget-stands-alone', 'widget/b.ts', importing('../portal/screens/Home.tsx')),
  violation('props-in-callbacks-out', 'ui/d.ts', importing('../machines/onboarding/onboarding.events.ts')),
  violation('widget-stands-alone', 'widget/steps/d.ts', importing('../../portal/App.tsx')),
  violation('product-without-its-tests', 'server/http/a.ts', importing('../../e2e/journey.ts')),
  violation('product-without-its-tests', 'server/main.ts', importing('../bench/load.ts')),
  violation('product-without-its-tests', 'server/engine/f.ts', importing('./testing/world.ts')),
  violation('machines-are-pure', 'machines/a/h.machine.ts', importing('../../e2e/journey.ts')),
]

/** What must not be. */
export const allowed: readonly Planted[] = [
  planted('machines/b/a.machine.ts', importing('xstate') + exporting('../vocabulary/plans.ts')),
  planted('machines/b/a.events.ts', importing('zod/mini')),
  planted('machines/b/a.test.ts', importing('../../server/engine/proof/walk.ts')),
  planted('server/engine/testing/world.ts', importing('../../store/sqlite/sqlite-store.ts')),
  planted('server/engine/g.ts', importing('../../machines/kit/effect.ts') + exporting('./planner/row.ts')),
  planted('server/engine/f.test.ts', importing('../store/sqlite/sqlite-store.ts')),
  planted('server/records/seats/e.ts', importing('../../store/connection.ts') + exporting('kysely')),
  planted('server/services/billing/g.ts', importing('../../../machines/provisioning/provisioning.types.ts')),
  planted('server/services/billing/h.ts', importing('../effect.ts') + exporting('../../records/ledger/ledger.ts')),
  planted('server/services/billing/stripe/i.ts', importing('../charge.ts') + exporting('stripe')),
  planted('server/api/d.ts', importing('../records/seats/seats.ts') + exporting('../engine/engine.ts')),
  planted('server/compose/a.ts', importing('../../sandbox/stripe.ts') + exporting('../services/billing/charge.ts')),
  planted('server/http/b.ts', importing('../../sandbox/mailbox.ts')),
  planted('widget/d.ts', importingType('../server/api/router.ts') + exporting('xstate')),
  planted('portal/f.ts', importing('../widget/client/connection.ts') + exporting('../machines/registry.ts')),
  planted(
    'widget/steps/f.ts',
    importing('../../machines/onboarding/onboarding.events.ts') + exporting('../../ui/Button.tsx'),
  ),
  planted('ui/e.ts', importingType('../machines/onboarding/onboarding.machine.ts') + exporting('react')),
  planted('e2e/a.test.ts', importing('../sandbox/stripe.ts')),
  planted('scripts/a.ts', importing('../server/main.ts')),
]
