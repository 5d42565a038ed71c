/** What the stories of the portal show: one customer on a first day, and one long settled in. */
import type { Dunning, Upcoming } from './billing-page-types.ts'
import type { Billing } from './billing-types.ts'
import type { HomeProps } from './HomeView.tsx'
import type { Usage } from './home-types.ts'
import type { NotificationItem } from './NotificationsView.tsx'
import type { NavItem } from './ShellView.tsx'

export const nowMs = Date.parse('2026-11-20T10:35:00')

const nothing = () => undefined

export const nav: NavItem[] = [
  { icon: 'home', label: 'Home', href: '/portal/', current: true },
  { icon: 'projects', label: 'Projects', href: '/portal/projects', current: false, count: 7 },
  { icon: 'billing', label: 'Billing', href: '/portal/billing', current: false, needsYou: true },
  { icon: 'settings', label: 'Settings', href: '/portal/settings', current: false },
]

export const shell = {
  workspace: { name: 'Fernhill Studio', planName: 'Team' },
  nav,
  user: { name: 'Mara Lindqvist', role: 'Owner' },
  unread: 3,
  onNotifications: nothing,
  onSignOut: nothing,
}

const requests = [9800, 22400, 23900, 24600, 23100, 21700, 10900, 9400, 23800, 25700, 26200, 25100, 22600, 11200, 10300]

const usage: Usage = {
  month: 'November',
  days: [...requests, 24900, 26800, 27400, 26100, 16500].map((count, at) => ({ day: at + 1, requests: count })),
  daysInMonth: 30,
  total: 412_380,
  limit: 500_000,
}

const eur = (amountMinor: number) => ({ amountMinor, currency: 'eur' })

export const paidBilling: Billing = {
  planName: 'Team',
  seats: { used: 10, all: 10 },
  paid: {
    price: eur(2900),
    interval: 'month',
    seats: 10,
    next: { total: eur(29_000), at: '2026-12-12T09:00:00' },
    endsAt: null,
    card: { brand: 'visa', last4: '4242' },
    overdue: false,
  },
  invoices: [
    {
      number: 'TEN-0009',
      createdAt: '2026-11-12T09:00:00',
      total: eur(29_000),
      state: 'paid',
      href: 'https://pay.example/9',
      pdf: 'https://pay.example/9.pdf',
    },
    {
      number: 'TEN-0008',
      createdAt: '2026-10-12T09:00:00',
      total: eur(29_000),
      state: 'refunded',
      href: 'https://pay.example/8',
      pdf: 'https://pay.example/8.pdf',
    },
    {
      number: 'TEN-0007',
      createdAt: '2026-09-12T09:00:00',
      total: eur(26_100),
      state: 'paid',
      href: 'https://pay.example/7',
      pdf: 'https://pay.example/7.pdf',
    },
  ],
}
export const freeBilling: Billing = { planName: 'Free', seats: { used: 1, all: 2 }, paid: 'free', invoices: [] }

/** A month in: projects, usage, something to do on both sides. */
export const settled: HomeProps = {
  workspace: { name: 'Fernhill Studio', planName: 'Team', since: '2026-03-12T09:00:00', setUpSeconds: null },
  waitingOnYou: [
    {
      id: 'payment',
      role: 'problem',
      title: 'Payment of €345.10 failed',
      detail: 'Read-only from 2 December if unpaid',
      action: { label: 'Update card', href: '/portal/billing' },
    },
    {
      id: 'invitations',
      role: 'person',
      title: '2 invitations not accepted',
      detail: 'The first expires on 22 November',
      action: { label: 'Review', href: '/portal/team' },
    },
  ],
  waitingOnUs: [
    {
      id: 'staging',
      role: 'us',
      title: 'Creating project Atlas staging',
      detail: 'Copying settings, step 3 of 4',
      left: 'about 1 min',
      progress: { value: 68, max: 100 },
    },
    { id: 'cinder', role: 'us', title: 'Repairing the Cinder import', detail: 'A person is on it, answer by 17:00' },
  ],
  usage,
  limits: [
    { key: 'requests', label: 'Requests', used: 412_380, limit: 500_000, unit: 'count' },
    { key: 'storage', label: 'Storage', used: 61_000_000_000, limit: 100_000_000_000, unit: 'bytes' },
    { key: 'seats', label: 'Seats', used: 10, limit: 10, unit: 'count' },
    { key: 'projects', label: 'Projects', used: 4, limit: 20, unit: 'count' },
  ],
  projects: [
    { id: 'p1', name: 'Atlas', createdAt: '2026-03-12T09:20:00' },
    { id: 'p2', name: 'Birch', createdAt: '2026-05-02T14:00:00' },
    { id: 'p3', name: 'Cinder', createdAt: '2026-11-19T16:12:00' },
    { id: 'p4', name: 'Atlas staging', createdAt: '2026-11-20T10:31:00' },
  ],
  projectLimit: 20,
  billing: { state: 'ready', ...paidBilling },
  apiKey: { name: 'Build server', prefix: 'tn_live_4f', createdAt: '2026-03-12T09:01:00', revealed: true, count: 3 },
  pingUrl: 'https://api.tenure.app/v1/ping',
  keyAction: { busy: false, problem: null },
  nowMs,
  onNewProject: nothing,
  onRename: nothing,
  onDelete: nothing,
  onRevealKey: nothing,
}

/** Four minutes in: nothing there yet. */
export const firstDay: HomeProps = {
  ...settled,
  workspace: { name: 'Kettle & Co', planName: 'Free', since: '2026-11-20T10:31:00', setUpSeconds: 48 },
  waitingOnYou: [],
  waitingOnUs: [],
  usage: { ...usage, days: [], total: 0, limit: 10_000 },
  limits: [
    { key: 'requests', label: 'Requests', used: 0, limit: 10_000, unit: 'count' },
    { key: 'storage', label: 'Storage', used: 0, limit: 1_000_000_000, unit: 'bytes' },
    { key: 'seats', label: 'Seats', used: 1, limit: 2, unit: 'count' },
    { key: 'projects', label: 'Projects', used: 0, limit: 3, unit: 'count' },
  ],
  projects: [],
  projectLimit: 3,
  billing: { state: 'ready', ...freeBilling },
  apiKey: { name: 'First key', prefix: 'tn_live_4f', createdAt: '2026-11-20T10:31:00', revealed: false, count: 1 },
}

export const notifications: NotificationItem[] = [
  {
    id: 'n1',
    role: 'problem',
    title: 'Payment of €345.10 failed',
    body: 'Your bank declined the card ending 4242. Everything keeps working until 2 December.',
    at: '2026-11-20T09:00:00',
    unread: true,
    href: '/portal/billing',
  },
  {
    id: 'n2',
    role: 'done',
    title: 'Cinder was created',
    body: 'Priya Raman created it.',
    at: '2026-11-19T16:12:00',
    unread: true,
  },
  {
    id: 'n3',
    role: 'done',
    title: 'Fernhill Studio is set up',
    body: 'It took 48 seconds.',
    at: '2026-03-12T09:01:00',
    unread: false,
  },
]

/** A charge that failed two days ago. */
export const dunning: Dunning = {
  owed: eur(34_510),
  cause: 'There was not enough on Visa ending in 4242.',
  consequence: 'Everything keeps working until 28 November 2026.',
  payUrl: 'https://pay.example/9',
  stations: [
    { at: '2026-11-18T09:00:00', what: 'Declined', role: 'problem', past: true },
    { at: '2026-11-21T09:00:00', what: 'We remind you', role: 'idle', past: false },
    { at: '2026-11-21T10:00:00', what: 'We try the card again', role: 'idle', past: false },
    { at: '2026-11-28T09:00:00', what: 'Limited: nothing new', role: 'idle', past: false },
    { at: '2026-12-12T09:00:00', what: 'Only billing and export', role: 'idle', past: false },
    { at: '2027-01-11T09:00:00', what: 'Subscription ends; nothing is deleted', role: 'person', past: false },
  ],
}
export const upcoming: Upcoming = {
  at: '2026-12-12T09:00:00',
  lines: [{ text: '10 × Team (at €29.00 / month)', amountMinor: 29_000 }],
  total: eur(29_000),
}
