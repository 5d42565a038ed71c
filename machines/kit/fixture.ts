/** One moment of a chart: where a list of events leads. A fixture can never show what the chart cannot reach. */
import type { Told } from './walk.ts'

export interface Fixture {
  /** What the moment is, in a few words; unique within its chart. */
  readonly name: string
  /** The leaf state whose screen it shows, e.g. `signUp.verifying.cooling`. */
  readonly state: string
  readonly events: readonly Told[]
}
