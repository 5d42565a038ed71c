/** How an effect's body meets the engine. Bodies stand in `server/services/`; they know nothing of actors or charts. */
import type { Statement } from '../store/store.ts'

/** One attempt at an effect. */
export interface Job<Input> {
  readonly input: Input
  /** Names the thing made; the same for every attempt. Goes to the outside system whenever it accepts one. */
  readonly identity: string
  /** From 1. */
  readonly attempt: number
  /** Aborted when the attempt's time is up, its state was left, or its lease was lost. */
  readonly signal: AbortSignal
  /** Says how far it is, from 0 to 1. Watchers see it. */
  readonly progress: (done: number) => void
}

/** What an attempt came to. `writes` commit together with the event that carries `output`. */
export interface Fact<Output> {
  readonly output: Output
  readonly writes?: readonly Statement[]
}

export type Perform<Effect extends { input: unknown; output: unknown }> = (
  job: Job<Effect['input']>,
) => Promise<Fact<Effect['output']>>

/** Any effect's body, as the engine holds it. */
export type AnyPerform = (job: Job<never>) => Promise<Fact<unknown>>

/** An effect's failure with a code the chart can act on. */
export class EffectError extends Error {
  readonly code: string
  /** Trying again is of no use. */
  readonly final: boolean
  /** Not before this many milliseconds, when the other side said so. */
  readonly retryAfterMs: number | undefined
  constructor(
    code: string,
    message: string,
    { final = false, retryAfterMs }: { final?: boolean; retryAfterMs?: number } = {},
  ) {
    super(message)
    this.name = 'EffectError'
    this.code = code
    this.final = final
    this.retryAfterMs = retryAfterMs
  }
}

/** For a failure that no further attempt would mend. `throw giveUp('host.full', …)` */
export const giveUp = (code: string, message: string) => new EffectError(code, message, { final: true })

/** For a failure that may pass, where the other side said when to come back. */
export const retryAfter = (code: string, message: string, retryAfterMs: number) =>
  new EffectError(code, message, { retryAfterMs })
