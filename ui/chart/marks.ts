/** What is shown on a picture besides the chart: who is where, what was passed, what is chosen. */
import type { OutlinedTransition } from '../../machines/kit/outline.ts'
import type { Picture } from '../../machines/kit/picture.ts'

export interface StateMark {
  /** `here`: an actor is in it now. `been`: it was. `ahead`: not yet. Default: nothing is known, the state has its role's colour. */
  readonly status?: 'here' | 'been' | 'ahead'
  /** How many are here. */
  readonly count?: number
  /** The one useful fact, on the second line, e.g. `median 48 s`. */
  readonly note?: string
}

export interface TransitionMark {
  /** The line was walked on the way here. */
  readonly taken?: boolean
  /** It was walked in the step that is shown. */
  readonly now?: boolean
  /** Shown beside its words, e.g. `71 %, 4 d`. */
  readonly note?: string
  /** It can be taken now: pressing it sends its event. */
  readonly enabled?: boolean
}

export interface Marks {
  /** By path. */
  readonly states?: Readonly<Record<string, StateMark>>
  /** By key. */
  readonly transitions?: Readonly<Record<string, TransitionMark>>
}

/** What the reader chose. */
export type Chosen = { readonly state: string } | { readonly transition: string } | null

/** A chart to be shown, whichever way. */
export interface ShownChart {
  picture: Picture
  marks?: Marks
  selected: Chosen
  onChoose(chosen: Chosen): void
  /** Without it nothing can be sent from the chart. */
  onSend?(transition: OutlinedTransition): void
}
