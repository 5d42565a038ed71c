/** The server's view of the account as the billing page shows it. The chart's own delays say what comes when. */
import { stepLastsMs } from '../../machines/account/account.delays.ts'
import { type DunningStep, dunningSteps } from '../../machines/account/account.types.ts'
import { type AccountView, statesOf } from '../../machines/account/account.view.ts'
import { cardText } from '../../machines/vocabulary/money.ts'
import type { ProblemCode } from '../../machines/vocabulary/problems.ts'
import type { Outputs, View } from '../../widget/client/wire.ts'
import { amountOf, countOf, dayOf } from '../views/amounts.ts'
import type { DowngradePreview, Dunning, DunningStation, PlanState } from '../views/billing-page-types.ts'

/** Null while nothing is owed. */
export function dunningOf(view: View): Dunning | null {
  const { debt, notices } = view.context as unknown as AccountView
  const step = dunningSteps.find((one) => one === statesOf(view.value).standing) ?? null
  if (!debt) return null
  const coming = comingAfter(view, step ?? 'pastDue')
  const past = notices.filter(({ step: told }) => told !== 'pastDue')
  const stations: DunningStation[] = [
    { at: iso(debt.since), what: 'Declined', role: 'problem', past: true },
    ...past.map(({ at, step: told }) => station(at, pastWords[told], true)),
    ...(debt.nextTryAt === null ? [] : [station(debt.nextTryAt, 'We try the card again', false)]),
    ...coming.map(({ at, step: next }, index) => station(at, nextWords[next], false, index === coming.length - 1)),
  ]
  return {
    owed: debt.owed,
    cause: causeOf(debt.problem, debt.card && cardText(debt.card)),
    consequence: consequenceOf(step ?? 'pastDue', coming),
    stations: stations.toSorted((a, b) => a.at.localeCompare(b.at)).slice(-MOST_STATIONS),
    payUrl: debt.payUrl,
  }
}

const MOST_STATIONS = 6

const station = (at: number, what: string, past: boolean, isLast = false): DunningStation => ({
  at: iso(at),
  what,
  role: past ? 'problem' : isLast ? 'person' : 'idle',
  past,
})

interface Coming {
  readonly step: DunningStep
  readonly at: number
}

/** The steps that follow, each at the earliest: the next when its timer is due, and the rest as long as they last. */
function comingAfter({ timers }: View, step: DunningStep): Coming[] {
  const due = timers.find(({ id }) => id === `${step}Lasts`)?.dueAt
  if (due === undefined) return []
  let at = due
  return dunningSteps.slice(dunningSteps.indexOf(step) + 1).map((next) => {
    const coming = { step: next, at }
    at += stepLastsMs[next] ?? 0
    return coming
  })
}

const pastWords: Record<DunningStep, string> = {
  pastDue: 'Declined',
  grace: 'Reminded',
  restricted: 'Limited',
  suspended: 'Suspended',
  collectionsStopped: 'Subscription ended',
}
const nextWords: Record<DunningStep, string> = {
  pastDue: 'Declined',
  grace: 'We remind you',
  restricted: 'Limited: nothing new',
  suspended: 'Only billing and export',
  collectionsStopped: 'Subscription ends; nothing is deleted',
}

const causes: Partial<Record<ProblemCode, (card: string) => string>> = {
  'card.insufficientFunds': (card) => `There was not enough on ${card}.`,
  'card.expired': (card) => `${card} has expired.`,
  'card.notAuthenticated': (card) => `Your bank wanted to ask you about ${card}, and you were not there.`,
}

function causeOf(problem: ProblemCode | null, card: string | null): string {
  const named = card ?? 'the card'
  return (problem && causes[problem]?.(named)) ?? `Your bank declined ${named}.`
}

function consequenceOf(step: DunningStep, coming: readonly Coming[]): string {
  const on = (next: DunningStep) => {
    const at = coming.find((one) => one.step === next)?.at
    return at === undefined ? null : dayOf(iso(at))
  }
  if (step === 'pastDue' || step === 'grace')
    return on('restricted') === null
      ? 'Everything keeps working.'
      : `Everything keeps working until ${on('restricted')}.`
  if (step === 'restricted')
    return `What is there keeps working, but nothing new can be made${on('suspended') ? ` until it is paid; from ${on('suspended')} only billing and export stay open` : ''}.`
  if (step === 'suspended') return 'Only billing and export are open until it is paid. Nothing is deleted.'
  return 'The subscription has ended, and what was used is still owed. Nothing is deleted.'
}

/** Where the plan is on its way. */
export function planOf({ value, context }: View): PlanState {
  const state = typeof value === 'object' ? (value as { open: { plan: string } }).open.plan : 'steady'
  if (state === 'scheduled') {
    const { plan } = context as unknown as AccountView
    return { state: 'ending', at: plan?.cancelAt ? iso(plan.cancelAt) : null }
  }
  // a card form left open is taken up again where the plan is changed
  return { state: state === 'steady' || state === 'paying' ? 'steady' : 'busy' }
}

/** Whether something is under way that the page should soon hear of. */
export const isMoving = (view: View | undefined): boolean =>
  view !== undefined && (view.tags.includes('waiting on us') || (view.context as unknown as AccountView).debt !== null)

type Preview = Outputs['billing']['downgrade']

export const previewOf = ({ from, to, at, limits, over }: Preview): DowngradePreview => ({
  from,
  to,
  at: at === null ? null : iso(at),
  allowed: [
    `${countOf(limits.seats)} seats`,
    `${countOf(limits.projects)} projects`,
    `${countOf(limits.requestsPerMonth)} requests a month`,
    `${amountOf(limits.storageBytes, 'bytes')} of storage`,
  ],
  over: over.map(({ key, used, limit }) => {
    const unit = key === 'storageBytes' ? 'bytes' : 'count'
    return `${amountOf(used, unit)} ${overNames[key]} in use, and ${to} has ${amountOf(limit, unit)}`
  }),
})
const overNames: Record<Preview['over'][number]['key'], string> = {
  seats: 'seats',
  projects: 'projects',
  storageBytes: 'of storage',
}

const iso = (at: number) => new Date(at).toISOString()
