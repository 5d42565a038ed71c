/** What the type of an event says: XState names what a timer or something asked for brings, and everything else names itself. */

/** What sets a transition off. */
export type Cause = 'event' | 'timer' | 'done' | 'failed' | 'always'

/** What an event answers. */
export interface Answering {
  readonly invoke: string
  readonly isDone: boolean
}

const timerEvent = /^xstate\.after\.([^.]+)\./
const answerEvent = /^xstate\.(done|error)\.actor\.(.+)$/

/** The delay that ran out, from an event's type or a timer's id; null for anything else. */
export const delayIn = (type: string): string | null => timerEvent.exec(type)?.[1] ?? null

/** Null for an event that answers nothing. */
export function answerIn(type: string): Answering | null {
  const [, how, invoke] = answerEvent.exec(type) ?? []
  return invoke === undefined ? null : { invoke, isDone: how === 'done' }
}

/** Why it happens, and how it is called; how long a delay is must be known elsewhere. */
export function causeOf(type: string, delayLabel: (delay: string) => string): { cause: Cause; label: string } {
  const delay = delayIn(type)
  if (delay !== null) return { cause: 'timer', label: delayLabel(delay) }
  const answer = answerIn(type)
  if (answer) return { cause: answer.isDone ? 'done' : 'failed', label: answerName(answer) }
  if (type.startsWith('xstate.done.state.')) return { cause: 'done', label: 'all done' }
  return type === '' ? { cause: 'always', label: 'at once' } : { cause: 'event', label: type }
}

/** Where `Says` has the words about an event type, and by which name. */
export function saidUnder(type: string): readonly [list: 'events' | 'delays' | 'answers', name: string] {
  const delay = delayIn(type)
  if (delay !== null) return ['delays', delay]
  const answer = answerIn(type)
  return answer ? ['answers', answerName(answer)] : ['events', type]
}

const answerName = ({ invoke, isDone }: Answering) => `${invoke} ${isDone ? 'done' : 'failed'}`
