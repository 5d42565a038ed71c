/** The sandbox's pages, as far as its peers stand in: the mailbox, Stripe, and a clock that can be moved. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IntegrationsSandbox } from '../../sandbox/integrations/integrations-sandbox.ts'
import { integrationsPage } from '../../sandbox/integrations/page.ts'
import { isKeyKind } from '../../sandbox/integrations/places.ts'
import { mailboxJson } from '../../sandbox/mailbox/json.ts'
import { mailboxPage } from '../../sandbox/mailbox/page.ts'
import { stripePage } from '../../sandbox/stripe/page/page.ts'
import type { StripeSandbox } from '../../sandbox/stripe/stripe-sandbox.ts'
import type { Engine } from '../engine/engine.ts'
import type { MovableClock } from '../engine/clock.ts'
import type { Sandbox } from '../http/ports.ts'
import type { Mailbox } from '../records/notices/mailbox.ts'

export interface SandboxParts {
  /** Null when mails are really sent. */
  readonly mailbox: Mailbox | null
  /** Null when Stripe is the real one. */
  readonly stripe: StripeSandbox | null
  /** Null when every company is the real one. */
  readonly integrations: IntegrationsSandbox | null
  readonly clock: MovableClock
  readonly engine: Engine
  /** Where the built files are. */
  readonly built: string
}

/** Null when no peer is a sandbox: then nobody may move the clock either. */
export function sandbox({ mailbox, stripe, integrations, clock, engine, built }: SandboxParts): Sandbox | null {
  if (!mailbox && !stripe && !integrations) return null
  return {
    mailbox: mailbox && {
      page: async (selected) => mailboxPage(await mailbox.listFor(), { selected }),
      json: async (to) => mailboxJson(await mailbox.listFor(to ?? undefined)),
    },
    stripe: stripe && {
      page: () => stripePage(stripe.state()),
      script: readFileSync(join(built, 'stripe-js', 'stripe.js'), 'utf8'),
    },
    integrations: integrations && {
      page: () => integrationsPage(integrations),
      act(what, kind) {
        if (what === 'revoke' && (kind === 'github' || isKeyKind(kind))) integrations.revoke(kind)
        if (what === 'restore' && isKeyKind(kind)) integrations.restore(kind)
      },
    },
    advance(ms) {
      clock.advance(ms)
      // it reads the same clock; this only makes it act on the new time at once
      stripe?.advance(0)
      engine.wake()
    },
  }
}
