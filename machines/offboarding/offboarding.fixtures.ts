/** One moment for every state of a leaving, and the variants that look different. */
import { allGone } from '../cleaning/cleaning.fixtures.ts'
import { cleanKeys, type CleanStep } from '../cleaning/cleaning.types.ts'
import type { Fixture } from '../kit/fixture.ts'
import { done, elapsed, failed, type Told } from '../kit/walk.ts'
import { offboardingMachine } from './offboarding.machine.ts'
import type { LeavingPreview, LeavingTime, OffboardingInput } from './offboarding.types.ts'

export const input: OffboardingInput = {
  offboardingId: 'off_018f2c7d4b1a',
  tenantId: 'ten_018f2c7d4b1a',
  userId: 'usr_1',
  email: 'mara@northlake.press',
  name: 'Mara Lindqvist',
}

const day = 86_400_000
/** 18 November 2026, 09:00 UTC. */
export const cancelledAt = 1_795_078_800_000
export const endsAt = cancelledAt + 14 * day
const retrievalEndsAt = endsAt + 30 * day

export const paid: LeavingPreview = {
  company: 'Northlake Press',
  planName: 'Team',
  periodEnd: endsAt,
  isPastDue: false,
  members: 2,
  projects: 3,
  invoices: 2,
  invoicesUntil: 2_051_179_200_000,
  freePlanName: 'Free',
}
export const free: LeavingPreview = {
  ...paid,
  planName: 'Free',
  periodEnd: null,
  invoices: 0,
  invoicesUntil: null,
}

export const seen = (what: LeavingPreview = paid): Told => done('preview', what)
export const skipped: Told = { type: 'reason.skipped' }
export const reasoned: Told = { type: 'reason.given', reason: 'price', feedback: 'Too much for three people.' }
export const accepted: Told = { type: 'offer.accepted' }
export const declined: Told = { type: 'offer.declined' }
export const confirmed = (when: LeavingTime, name = 'Northlake Press'): Told => ({
  type: 'leaving.confirmed',
  name,
  when,
})
export const undone: Told = { type: 'leaving.undone' }
export const dropped: Told = { type: 'leaving.dropped' }
export const operator: Told = { type: 'operator.retried' }
export const began = (inMs = endsAt - cancelledAt): Told =>
  done('beginLeaving', { cancelledAt, endsAt: cancelledAt + inMs, inMs })
export const offerApplied = done('applyOffer', { cancelledAt, endsAt, inMs: endsAt - cancelledAt })
export const stopped = done('stopBilling', { stoppedAt: endsAt, retrievalEndsAt })
export const noticed = done('sendNotice', { sent: true })

const cleanedSteps = (count: number): CleanStep[] =>
  cleanKeys.map((key, index) => {
    const output = allGone[index]?.['output'] as Pick<CleanStep, 'count' | 'at' | 'retained'>
    const waiting = { key, tries: 1, count: null, at: null, retained: null } as const
    if (index < count) return { ...waiting, status: 'done', ...output }
    return { ...waiting, status: index === count ? 'working' : 'pending' }
  })
export const progressed = (count: number): Told => ({ type: 'cleaning.progressed', steps: cleanedSteps(count) })
export const stuck: Told = { type: 'cleaning.stuck', code: 'disk.failed' }
export const unstuck: Told = { type: 'cleaning.unstuck' }
export const cleaned = done('cleaning', { steps: cleanedSteps(cleanKeys.length) })
export const certified = done('issueCertificate', { number: 'TNC-2026-7D4B1A00' })
export const said = done('sendGoodbye', { sent: true })
export const moved = done('moveToFree', { moved: true })

export const lapse = (delay: string, state: string) => elapsed(offboardingMachine, delay, state)

export const toConfirm = [seen(), skipped]
export const scheduled = [...toConfirm, confirmed('period end'), began()]
export const open = [...scheduled, lapse('untilEnd', 'scheduled'), stopped]
const first = [...open, lapse('untilFirstNotice', 'retrieval.countdown.open')]
const next = lapse('untilNext', 'retrieval.countdown.noticed')
export const atCleaning = [...first, noticed, next, noticed, next, noticed, next]
export const atTelling = [...atCleaning, cleaned, certified]
const offered = [seen(), reasoned]
export const changing = [...offered, accepted, offerApplied]

export const offboardingFixtures: readonly Fixture[] = [
  { name: 'Previewing', state: 'deciding.previewing', events: [] },
  { name: 'Not previewed', state: 'deciding.unpreviewed', events: [failed('preview')] },
  { name: 'What goes', state: 'deciding.reason', events: [seen()] },
  { name: 'What goes, free', state: 'deciding.reason', events: [seen(free)] },
  { name: 'Offer', state: 'deciding.offering', events: offered },
  {
    name: 'Offer, not applied',
    state: 'deciding.offering',
    events: [...offered, accepted, failed('applyOffer', 'payment.unreachable')],
  },
  { name: 'Applying the offer', state: 'deciding.applying', events: [...offered, accepted] },
  { name: 'Confirm', state: 'deciding.confirming', events: toConfirm },
  { name: 'Confirm, free', state: 'deciding.confirming', events: [seen(free), skipped] },
  { name: 'Confirm, past due', state: 'deciding.confirming', events: [seen({ ...paid, isPastDue: true }), skipped] },
  {
    name: 'Confirm, another name',
    state: 'deciding.confirming',
    events: [...toConfirm, confirmed('now', 'Northlake')],
  },
  {
    name: 'Confirm, provider away',
    state: 'deciding.confirming',
    events: [...toConfirm, confirmed('period end'), failed('beginLeaving', 'payment.unreachable')],
  },
  { name: 'Submitting', state: 'submitting', events: [...toConfirm, confirmed('period end')] },
  { name: 'Scheduled', state: 'scheduled.waiting', events: scheduled },
  {
    name: 'Scheduled, not undone',
    state: 'scheduled.waiting',
    events: [...scheduled, undone, failed('undoLeaving', 'payment.unreachable')],
  },
  { name: 'Undoing', state: 'scheduled.undoing', events: [...scheduled, undone] },
  { name: 'Changing to Free', state: 'changing.waiting', events: changing },
  { name: 'Undoing the change', state: 'changing.undoing', events: [...changing, undone] },
  { name: 'Moving to Free', state: 'moving', events: [...changing, lapse('untilEnd', 'changing')] },
  {
    name: 'Not moved',
    state: 'unmoved',
    events: [...changing, lapse('untilEnd', 'changing'), failed('moveToFree')],
  },
  { name: 'Stopping', state: 'stopping', events: [...scheduled, lapse('untilEnd', 'scheduled')] },
  {
    name: 'Not stopped',
    state: 'unstopped',
    events: [...scheduled, lapse('untilEnd', 'scheduled'), failed('stopBilling')],
  },
  { name: 'Retrieval', state: 'retrieval.countdown.open', events: open },
  { name: 'Retrieval, telling', state: 'retrieval.countdown.noticing', events: first },
  { name: 'Retrieval, mail down', state: 'retrieval.countdown.unnoticed', events: [...first, failed('sendNotice')] },
  { name: 'Retrieval, told', state: 'retrieval.countdown.noticed', events: [...first, noticed] },
  { name: 'Coming back', state: 'retrieval.wayBack.taken', events: [...open, undone] },
  { name: 'Cleaning', state: 'cleaning', events: [...atCleaning, progressed(3)] },
  { name: 'Cleaning, stuck', state: 'cleaning', events: [...atCleaning, progressed(5), stuck] },
  { name: 'Certifying', state: 'certifying', events: [...atCleaning, cleaned] },
  { name: 'Not certified', state: 'uncertified', events: [...atCleaning, cleaned, failed('issueCertificate')] },
  { name: 'Telling', state: 'telling', events: atTelling },
  { name: 'Not told', state: 'untold', events: [...atTelling, failed('sendGoodbye', 'mail.failed')] },
  { name: 'Closed', state: 'closed', events: [...atTelling, said] },
  { name: 'Dropped', state: 'dropped', events: [seen(), dropped] },
  { name: 'Kept', state: 'kept', events: [...scheduled, undone, done('undoLeaving', { undone: true })] },
  { name: 'Moved to Free', state: 'moved', events: [...changing, lapse('untilEnd', 'changing'), moved] },
]
