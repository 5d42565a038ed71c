/** An outline with a place for everything: what `npm run diagrams` lays out and every picture is drawn from. Units: CSS pixels at 100 %. */
import type { Outline, OutlinedState, OutlinedTransition } from './outline.ts'

/** From the picture's upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}
export type Point = readonly [x: number, y: number]

export interface PlacedState extends OutlinedState, Box {}

export interface PlacedTransition extends OutlinedTransition {
  /** Where the line runs, from source to target; transitions with the same ends may share one. Empty for one that stays where it is. */
  readonly points: readonly Point[]
  /** Where its words stand: beside its line, or on a row inside its state when it stays there. Null: they are not shown. */
  readonly at: Box | null
}

export interface Picture extends Outline {
  readonly width: number
  readonly height: number
  readonly states: readonly PlacedState[]
  readonly transitions: readonly PlacedTransition[]
  /** From each dot to the state that is begun with. */
  readonly starts: readonly { readonly target: string; readonly points: readonly Point[] }[]
}
