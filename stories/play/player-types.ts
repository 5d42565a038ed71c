/** What a player is to whoever shows it: its steps, what waits for an answer, and the ways to act. */
import type { AnyActorRef, AnyMachineSnapshot } from 'xstate'
import type { Told } from '../../machines/kit/walk.ts'
import type { ProblemCode } from '../../machines/vocabulary/problems.ts'
import type { Running } from './offers.ts'
import type { PlayChart } from './play-chart.ts'
import type { Setting } from './setting.ts'

/** One input and what came of it. Charts by their name: '' is the story's own, a child has its invoke's id. */
export interface Step {
  /** Milliseconds since 1970, by the player's clock. */
  readonly at: number
  readonly of: string
  readonly event: Told
  /** Transitions taken, by chart. */
  readonly taken: Readonly<Record<string, readonly string[]>>
  /** Where every chart stood afterwards. */
  readonly seen: Readonly<Record<string, AnyMachineSnapshot>>
  /** Effects told that nobody waits for. */
  readonly announced: readonly { readonly name: string; readonly params: unknown }[]
  /** What waited for an answer afterwards, and which timers ran. */
  readonly asked: readonly Asked[]
  readonly timers: readonly Running[]
}

/** An effect that waits for its answer. */
export interface Asked {
  readonly of: string
  readonly chart: string
  readonly invoke: string
  readonly src: string
  readonly input: unknown
  readonly since: number
  /** When it answers by itself; null: it does not. */
  readonly dueAt: number | null
  /** It failed with this code, and the chart has no way for that: on the server an operator would be called. */
  readonly stuck: string | null
}

/** What became of the last thing a screen sent, where the chart does not say it. */
export interface Aftermath {
  readonly busy: boolean
  readonly problem: ProblemCode | null
  readonly problems: Readonly<Record<string, ProblemCode>>
}
/** Nothing was sent, or all is said. */
export const nothing: Aftermath = { busy: false, problem: null, problems: {} }

/** An event, and which chart hears it: '' or nothing is the story's own. */
export type Said = Told & { readonly of?: string }

export interface Player {
  readonly chart: PlayChart
  readonly root: AnyActorRef
  /** Called after every change; ends with what it answers. */
  subscribe(changed: () => void): () => void
  /** Another number after every change. */
  version(): number
  now(): number
  steps(): readonly Step[]
  asked(): readonly Asked[]
  timers(): readonly Running[]
  aftermath(of: string): Aftermath
  /** What the chart threw; it stands still from then on. */
  broken(): string | null
  set(setting: Setting): void
  /** As a screen sends it: over the network and through the ingress. */
  request(of: string, event: Told): void
  /** As the chart hears it. */
  tell(of: string, event: Told): void
  /** Moves the clock by so many milliseconds. */
  advance(ms: number): void
  /** Goes through events as a fixture lists them; what is done meanwhile answers only afterwards. */
  replay(events: Iterable<Said>): void
  stop(): void
}
