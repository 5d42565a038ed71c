/** What can go wrong around a paid sign-up, one call at a time, and whether everything agrees afterwards. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { tenantIdOf } from '../../../machines/onboarding/onboarding.actions.ts'
import type { StripeSandbox } from '../../../sandbox/stripe/stripe-sandbox.ts'
import { EffectError } from '../../engine/perform.ts'
import type { Mailer } from '../../services/notification/mailer.ts'
import type { Faults } from '../../services/provisioning/faults.ts'
import type { InProcess } from './in-process.ts'
import { mailsTo } from './mails.ts'

/** One call among those of a sign-up: the `nth` of its kind. */
export interface Place {
  readonly what: string
  readonly nth: number
}
export const harms = ['error', 'hang', 'success, then cut', 'done twice', 'wrong answer'] as const
export type Harm = (typeof harms)[number]

const never = () => new Promise<never>(() => {})
const broken = (what: string) => new EffectError('mail.failed', `${what} was made to fail`)

/** Does harm to the `nth` of the calls that are counted; every other one is let through. */
function harming(place: Place | null, harm: Harm) {
  const seen = new Map<string, number>()
  return async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const count = (seen.get(what) ?? 0) + 1
    seen.set(what, count)
    if (place?.what !== what || place.nth !== count) return work()
    if (harm === 'error') throw broken(what)
    if (harm === 'hang') return never()
    const done = await work()
    if (harm === 'done twice') return work()
    if (harm === 'success, then cut') throw broken(what)
    return done
  }
}

/** A mailer whose mails are counted by subject; `told` hears of each. */
export function harmedMailer(mailer: Mailer, place: Place | null, harm: Harm, told: (what: string) => void): Mailer {
  const around = harming(place, harm)
  return {
    ...mailer,
    send(mail) {
      const what = `mail ${mail.identity.split('/')[0]!.replace(/_.*/, '')}`
      told(what)
      return around(what, () => mailer.send(mail))
    },
  }
}

/** Faults of the provisioner: each phase of each step is a call. */
export function harmedSteps(place: Place | null, harm: Harm, told: (what: string) => void): Faults {
  const before = harming(place, harm === 'error' || harm === 'hang' ? harm : 'done twice')
  const after = harming(place, 'error')
  return {
    async before(step, phase) {
      told(`${phase} ${step}`)
      if (harm === 'error' || harm === 'hang') await before(`${phase} ${step}`, async () => {})
    },
    async after(step, phase) {
      if (harm === 'success, then cut') await after(`${phase} ${step}`, async () => {})
    },
  }
}

const kinds = {
  error: 'error',
  hang: 'hang',
  'success, then cut': 'cut-after',
  'done twice': 'twice',
  'wrong answer': 'wrong-json',
} as const

/** The path with its ids taken out, e.g. `/v1/customers/:id`. */
export const templateOf = (path: string) =>
  path.replace(/(?<=\/)[a-z]+_[A-Za-z0-9_]+(?=\/|$)/g, (id) => (known(id) ? id : ':id'))
const known = (word: string) =>
  ['setup_intents', 'payment_intents', 'payment_methods', 'invoice_payments'].includes(word)

/** `hangMs`: longer than the product's patience. */
export function harmStripe({ faults }: StripeSandbox, { what, nth }: Place, harm: Harm, hangMs: number): void {
  const [method, path] = what.split(' ') as ['GET' | 'POST' | 'DELETE', string]
  faults.add({ kind: kinds[harm], method, path, nth, times: 1, ms: hangMs })
}

export type Ending = 'made' | 'nothing, and no money taken'

/** How it ended. Throws when Stripe, the disk and our tables do not tell the same story. */
export async function ending(server: InProcess, { id, email }: { id: string; email: string }): Promise<Ending> {
  const held = server.stripe.sandbox!.state()
  const tenant = tenantIdOf(id)
  const live = held.subscriptions.filter(({ status }) => !['canceled', 'incomplete_expired'].includes(status))
  const paid = held.charges.filter((charge) => charge.paid)
  const taken = paid.reduce((sum, { amount, amount_refunded }) => sum + amount - amount_refunded, 0)
  const folder = join(server.folder, 'workspaces')
  const mails = (await mailsTo(server, email)).map(({ subject }) => subject)
  const ledger = await server.records.ledger.of(tenant)
  const view = await server.engine.view(id, 'system')
  const story = {
    state: view?.value,
    customers: held.customers.length,
    live: live.length,
    taken,
    tenant: (await server.records.tenants.get(tenant)) !== null,
    workspaces: existsSync(folder) ? readdirSync(folder).length : 0,
    intended: ledger.filter(({ status }) => status === 'intended').map(({ identity }) => identity),
    openForms: held.setup_intents.filter(({ status }) => !['canceled', 'succeeded'].includes(status)).length,
    subscriptionRows: ledger.filter(({ kind, status }) => kind === 'subscription' && status === 'present').length,
    repeated: mails.filter((subject, index) => mails.indexOf(subject) !== index),
    welcomes: mails.filter((subject) => subject.endsWith('is ready')).length,
    incidents: (await server.engine.incidents()).map(({ code }) => code),
  }
  const common = { repeated: [], incidents: [], intended: [] }
  const made = {
    ...common,
    state: 'ready',
    customers: 1,
    live: 1,
    taken: 8700,
    tenant: true,
    workspaces: 1,
    subscriptionRows: 1,
    welcomes: 1,
    openForms: 0,
  }
  if (equal(story, made)) return 'made'
  const none = {
    ...common,
    state: story.state,
    customers: story.customers,
    live: 0,
    taken: 0,
    tenant: false,
    workspaces: 0,
    subscriptionRows: 0,
    welcomes: 0,
  }
  if (equal(story, none) && story.customers <= 1) return 'nothing, and no money taken'
  throw new Error(`They do not agree: ${JSON.stringify(story)}`)
}

const equal = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>) =>
  Object.keys(b).every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))
