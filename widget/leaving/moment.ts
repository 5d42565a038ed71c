/** What a screen needs to know of a leaving at one moment: from the server's view in the widget, from a fixture in a story. */
import type { StateValue } from 'xstate'
import type { OffboardingView } from '../../machines/offboarding/offboarding.view.ts'
import type { ProblemCode } from '../../machines/vocabulary/problems.ts'

export interface LeavingMoment {
  /** What the person can quote when they ask. */
  readonly id: string
  /** The state of the chart, as a path. */
  readonly state: string
  readonly facts: OffboardingView
  readonly company: string
  /** An event is on its way. */
  readonly busy: boolean
  /** What became of the last event, where the view itself does not say. */
  readonly problem: ProblemCode | null
}

/** The path of the first leaf; somebody who comes back is shown that, and not the countdown beside it. */
export function stateOf(value: StateValue): string {
  if (typeof value === 'string') return value
  if (JSON.stringify(value).includes('"wayBack":"taken"')) return 'retrieval.wayBack.taken'
  const [[name, below] = ['', '']] = Object.entries(value)
  return `${name}.${stateOf(below ?? '')}`
}

const full = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** "18 December 2026", in the reader's own zone. */
export const dateOf = (at: number | null): string => (at === null ? '' : full.format(at))
