/** What a playable's screen is given: the views of its charts at the step that is shown, and the ways to act on them. */
import type { Told } from '../../../machines/kit/walk.ts'
import type { ChartView } from '../view.ts'

export interface ScreenPlay {
  readonly view: ChartView
  /** The charts it runs, by their invoke's id. */
  readonly children: Readonly<Record<string, ChartView>>
  /** The player's clock, milliseconds since 1970. */
  readonly now: number
  /** As the page sends it. `of`: a child's invoke; default: the story's own chart. */
  send(event: Told, of?: string): void
  /** What no page may say: our own server's word. */
  tell(event: Told): void
  restart(): void
}

/** A moment of the player's clock by the clock of this page, ISO: countdowns on a screen run by that. */
export const localTime = (at: number, { now }: Pick<ScreenPlay, 'now'>) => new Date(Date.now() + at - now).toISOString()

/** The invoke's own state, as a path of names. */
export const stateName = ({ value }: ChartView): string => (typeof value === 'string' ? value : '')
