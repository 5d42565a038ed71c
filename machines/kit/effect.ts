/**
 * How a chart asks for work outside itself.
 *
 * A chart names an effect and gives it an input; it never runs it. The declaration carries what the engine must know
 * to run it safely: the identity of the thing made, how often to try and how long one try may take. In a browser or a
 * story the logic never answers by itself, so a chart can be driven by hand.
 */
import { fromPromise, type NonReducibleUnknown, type PromiseActorLogic } from 'xstate'

/** What the engine must know about an effect. Times in milliseconds. */
export interface EffectDeclaration<Input> {
  /**
   * Names the thing made, not the attempt: it survives retries, re-entry and migration, and goes to the outside system
   * as its idempotency key or object name.
   */
  readonly identity: (input: Input) => string
  /** How many attempts before the chart hears `xstate.error`. Default 5. */
  readonly attempts?: number
  /** Wait before the second attempt; doubles each time, with jitter. Default 500. */
  readonly backoffMs?: number
  /** Longest wait between attempts. Default 60,000. */
  readonly maxBackoffMs?: number
  /** How long one attempt may take before it is aborted and counts as failed with `timeout`. Default 30,000. */
  readonly deadlineMs?: number
}

export type EffectLogic<Input, Output> = PromiseActorLogic<Output, Input> & {
  readonly effect: EffectDeclaration<Input>
}

/** Declares an effect: `actors: { sendCode: effect<In, Out>({ identity: … }) }`. */
export function effect<Input extends NonReducibleUnknown, Output>(
  declaration: EffectDeclaration<Input>,
): EffectLogic<Input, Output> {
  const logic = fromPromise<Output, Input>(() => new Promise(() => {}))
  return Object.assign(logic, { effect: declaration })
}

/** The code of a failed effect, as an `onError` transition finds it. Anything unknown becomes `unknown`. */
export function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code
  return 'unknown'
}
