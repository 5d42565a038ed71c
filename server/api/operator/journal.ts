/** An actor's journal as an operator sees it: what happened, where it led and what was asked for; nothing about a person. */
import { delayIn } from '../../../machines/kit/event-types.ts'
import { HIDDEN, redacted } from '../../../machines/kit/redact.ts'
import { leavesIn, movesBetween } from '../../../machines/kit/state-value.ts'
import type { AskedFor } from '../../engine/asked.ts'
import type { Moment } from '../../engine/history.ts'
import type { BareLine } from '../../engine/look.ts'
import type { Row } from '../../engine/planner/row.ts'
import type { OutboxLine } from '../../records/notices/outbox.ts'

/** One line of the journal. Times in milliseconds since 1970. */
export interface JournalEntry {
  readonly seq: number
  readonly at: number
  readonly type: string
  /** The payload, what is about a person hidden. Null: it cannot be read any more. */
  readonly payload: unknown
  /** The payment provider's event that brought it, if one did. */
  readonly webhook: string | null
  /** The leaf states that were left and entered, by path. */
  readonly left: readonly string[]
  readonly entered: readonly string[]
  /** The keys of the transitions that were taken, microstep by microstep. */
  readonly taken: readonly Microstep[]
  /** Null where the step cannot be played any more: its chart or its key is gone. */
  readonly leaves: readonly string[] | null
  readonly asked: readonly (AskedFor & { readonly mails: readonly OutboxLine[] })[]
  /** Work that was called off, by invoke id. */
  readonly stopped: readonly string[]
  readonly timers: readonly { readonly id: string; readonly set: boolean; readonly dueAt: number | null }[]
}
export interface Microstep {
  /** What set it off; empty: the state was left as soon as it was entered. */
  readonly event: string
  readonly transitions: readonly string[]
  readonly leaves: readonly string[]
}

type MailsOf = (identity: string) => Promise<readonly OutboxLine[]>

/** `mailsOf`: the mails an effect sent. */
export async function entryOf(moment: Moment, mailsOf: MailsOf): Promise<JournalEntry> {
  const { seq, at, event, eventId, before, plan, asked } = moment
  const { type, ...payload } = event
  return {
    seq,
    at,
    type,
    payload: redacted(payload),
    webhook: eventId?.startsWith('evt_') ? eventId : null,
    ...movesBetween(before?.value ?? null, plan.row.value),
    taken: plan.taken.map(({ event, transitions, value }) => ({ event, transitions, leaves: leavesIn(value) })),
    leaves: leavesIn(plan.row.value),
    asked: await Promise.all(asked.map(async (one) => ({ ...shownName(one), mails: await mailsOf(one.name) }))),
    stopped: plan.stop.map(({ id }) => id),
    timers: plan.timers.map((change) =>
      change.op === 'schedule'
        ? { id: delayIn(change.id) ?? change.id, set: true, dueAt: at + change.delayMs }
        : { id: delayIn(change.id) ?? change.id, set: false, dueAt: null },
    ),
  }
}

/** A line whose step cannot be played. */
export const bareEntry = ({ seq, at, type }: BareLine): JournalEntry => ({
  seq,
  at,
  type,
  payload: null,
  webhook: null,
  left: [],
  entered: [],
  taken: [],
  leaves: null,
  asked: [],
  stopped: [],
  timers: [],
})

/** An identity is made of ids; one that is not says more than it should. */
const shownName = (asked: AskedFor): AskedFor => ({
  ...asked,
  name: /^[\w:./#-]{1,200}$/.test(asked.name) ? asked.name : HIDDEN,
})

/** The context after a step, as an operator sees it. */
export const contextOf = ({ context }: Row): unknown => redacted(context)
