/**
 * What every mail is shown with: one sample for each kind, and for each variant of it that reads differently. A kind
 * without one does not compile.
 */
import type { MailProps, MailTemplate } from '../../server/services/notification/templates/props.ts'

type Samples = { readonly [Template in MailTemplate]: Readonly<Record<string, MailProps[Template]>> }

const site = 'https://tenure.app'
const day = 86_400_000
const at = Date.UTC(2026, 10, 23, 10, 42)
const mara = { site, name: 'Mara Lindqvist', company: 'Fernhill Studio' }
const amount = { amountMinor: 8700, currency: 'eur' }

const code = { site, code: '418302', minutes: 15, untilMs: at }
const receipt: MailProps['receipt'] = {
  ...mara,
  planName: 'Team',
  number: 'TEN-0001',
  seats: 3,
  period: { fromMs: Date.UTC(2026, 10, 23), toMs: Date.UTC(2026, 11, 23) },
  amount,
  paidAtMs: at,
  card: { brand: 'visa', last4: '4242' },
  link: 'https://pay.example/in_1',
  pdfLink: 'https://pay.example/in_1.pdf',
}
const invitation: MailProps['invitation'] = {
  site,
  inviter: 'Mara Lindqvist',
  company: 'Fernhill Studio',
  role: 'developer',
  link: `${site}/invitation?token=sample`,
  untilMs: Date.UTC(2026, 10, 30),
  isReminder: false,
}
const answered = {
  site,
  inviter: 'Mara Lindqvist',
  name: '',
  email: 'ana@fernhill.studio',
  company: 'Fernhill Studio',
  link: `${site}/portal/team`,
}
const broken = { ...mara, link: `${site}/portal/settings/integrations` }
const dunning = {
  ...mara,
  amount,
  number: 'TEN-0002',
  card: { brand: 'visa', last4: '0341' },
  nextAtMs: Date.UTC(2026, 11, 2),
  link: `${site}/portal/billing`,
  payLink: 'https://pay.example/in_2',
}
const requests = {
  ...mara,
  what: 'Requests',
  unit: 'request',
  kind: 'sum',
  month: '2026-11',
  limit: 10_000,
  hard: true,
  link: `${site}/portal/billing`,
} as const
const storage = { ...requests, what: 'Storage', unit: 'byte', kind: 'level', limit: 1_000_000_000 } as const
const leaving = { ...mara, company: 'Northlake Press', link: `${site}/portal/leave` }
const cancelled = { ...leaving, planName: 'Team', cancelledAtMs: at }
const soon = { ...leaving, deletedAtMs: Date.UTC(2027, 0, 1, 9) }
const closed = { ...leaving, number: 'TNC-7D4B-1A00-9XYZ', link: `${site}/certificates/TNC-7D4B-1A00-9XYZ` }

/** By kind, then by the name of its story. */
export const mailSamples: Samples = {
  code: { 'Code to sign up': { ...code, link: `${site}/verify?token=sample` } },
  someoneTried: { 'Signing up with an account': { site, link: `${site}/portal/` } },
  signInCode: { 'Code to sign in': code },
  noAccount: { 'Signing in without an account': { site, link: `${site}/signup` } },
  passwordChanged: {
    'Password changed': { site, name: mara.name, atMs: at, link: `${site}/portal/sign-in` },
  },
  accessRemoved: {
    'Removed from a team': { ...mara, name: 'Ana Reis', by: 'Mara Lindqvist' },
    'Left a team': { ...mara, name: 'Ana Reis', by: null },
  },
  invitation: {
    Invitation: invitation,
    'Invitation, ends soon': { ...invitation, isReminder: true },
  },
  receipt: {
    Receipt: receipt,
    'Receipt without an invoice page': {
      ...receipt,
      seats: 1,
      amount: { ...amount, amountMinor: 2900 },
      period: null,
      card: null,
      link: null,
      pdfLink: null,
    },
  },
  refunded: {
    'Money on its way back': { ...mara, planName: 'Team', amount, reference: 'TN-7D4B1A00', link: `${site}/signup` },
  },
  dunning: {
    'Owing, past due': { ...dunning, step: 'pastDue' },
    'Owing, past due, no page to pay on': { ...dunning, step: 'pastDue', card: null, payLink: null },
    'Owing, grace': { ...dunning, step: 'grace' },
    'Owing, restricted': { ...dunning, step: 'restricted' },
    'Owing, suspended': { ...dunning, step: 'suspended' },
    'Owing, collections stopped': { ...dunning, step: 'collectionsStopped', nextAtMs: null },
  },
  recovered: {
    'Paid before anything closed': { ...mara, wasClosed: false, link: `${site}/portal/billing` },
    'Paid, and open again': { ...mara, wasClosed: true, link: `${site}/portal/billing` },
  },
  cancelled: {
    'Cancelled, with what is paid for': {
      ...cancelled,
      atOnce: false,
      endsAtMs: Date.UTC(2026, 11, 2, 9),
      deletedAtMs: soon.deletedAtMs,
    },
    'Cancelled at once': { ...cancelled, atOnce: true, endsAtMs: at, deletedAtMs: at + 30 * day },
  },
  exportReady: {
    'Export ready': {
      ...leaving,
      fileName: 'northlake-press-data.zip',
      bytes: 1_812_004,
      sha256: '9f2c41b7e05d8a63c4170fbb29d6e8a15c3b7d90462ef8a1b7c05d3e94f6a218',
      untilMs: at + 7 * day,
    },
  },
  closingSoon: {
    'Deleted in 14 days': { ...soon, daysLeft: 14 },
    'Deleted tomorrow': { ...soon, daysLeft: 1 },
  },
  closed: {
    'Closed, invoices kept': { ...closed, invoices: 2, invoicesUntilMs: Date.UTC(2034, 11, 31) },
    'Closed, one invoice kept': { ...closed, invoices: 1, invoicesUntilMs: Date.UTC(2034, 11, 31) },
    'Closed, nothing kept': { ...closed, invoices: 0, invoicesUntilMs: null },
  },
  invitationAnswered: {
    'Invitation accepted': { ...answered, name: 'Ana Reis', outcome: 'accepted' },
    'Invitation declined': { ...answered, outcome: 'declined' },
    'Invitation expired': { ...answered, outcome: 'expired' },
  },
  usage: {
    'Requests, 80 percent': { ...requests, threshold: 80, used: 8100 },
    'Requests, all': { ...requests, threshold: 100, used: 10_000 },
    'Requests, all, nothing refused': { ...requests, threshold: 100, used: 10_000, hard: false },
    'Storage, 80 percent': { ...storage, threshold: 80, used: 812_000_000 },
    'Storage, all': { ...storage, threshold: 100, used: 1_000_000_000 },
  },
  integrationBroken: {
    'GitHub disconnected': { ...broken, kind: 'github', account: 'fernhill-dev' },
    'npm disconnected, account unknown': { ...broken, kind: 'npm', account: '' },
  },
  reminder: {
    'Reminder, first': { site, name: '', number: 1, link: `${site}/signup?resume=sample` },
    'Reminder, last': { site, name: mara.name, number: 2, link: `${site}/signup?resume=sample` },
  },
  welcome: { Welcome: { ...mara, planName: 'Free', link: `${site}/portal/` } },
}

const toAna: ReadonlySet<string> = new Set<MailTemplate>(['invitation', 'accessRemoved'])

/** One mail to show. */
export type Sample = {
  readonly [Template in MailTemplate]: {
    readonly name: string
    readonly template: Template
    readonly props: MailProps[Template]
    /** Whose inbox it is in. */
    readonly to: string
  }
}[MailTemplate]

/** All of them, in the order of the table of notices. */
export const samples: readonly Sample[] = Object.entries(mailSamples).flatMap(([template, variants]) =>
  Object.entries(variants).map(([name, props]) => {
    const to = toAna.has(template) ? 'ana@fernhill.studio' : 'mara@fernhill.studio'
    return { name, template, props, to } as unknown as Sample
  }),
)
