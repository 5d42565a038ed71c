/**
 * Stands in for an effect while a chart is played: an actor that waits until the player answers for it. It answers in
 * the same moment it is told to, never a microtask later, so that a step is over when it returns.
 */
import { type AnyActorLogic, type AnyActorRef } from 'xstate'
import { codeOf } from '../../machines/kit/effect.ts'
import type { Told } from '../../machines/kit/walk.ts'

export interface EffectWatcher {
  began(self: AnyActorRef, src: string, input: unknown): void
  ended(self: AnyActorRef): void
}

const ANSWERED = 'play.answered'

interface EffectSnapshot {
  readonly status: string
  readonly input: unknown
  readonly output: unknown
  readonly error: unknown
}
type Scope = { self: AnyActorRef }

export function effectActor(src: string, watcher: EffectWatcher): AnyActorLogic {
  return {
    // the inspector calls it by this
    config: { id: src },
    getInitialSnapshot: (_: Scope, input: unknown) => ({
      status: 'active',
      input,
      output: undefined,
      error: undefined,
    }),
    transition(snapshot: EffectSnapshot, event: { type: string; told?: Told }, { self }: Scope) {
      if (event.type !== 'xstate.stop' && event.type !== ANSWERED) return snapshot
      watcher.ended(self)
      if (event.type === 'xstate.stop') return { ...snapshot, status: 'stopped' }
      const { output, error } = event.told as { output?: unknown; error?: unknown } & Told
      return error === undefined ? { ...snapshot, status: 'done', output } : { ...snapshot, status: 'error', error }
    },
    start: ({ input }: EffectSnapshot, { self }: Scope) => watcher.began(self, src, input),
    getPersistedSnapshot: (snapshot: EffectSnapshot) => snapshot,
  } as unknown as AnyActorLogic
}

/** Answers: with its output, or with its error. */
export const answer = (effect: AnyActorRef, told: Told): void => effect.send({ type: ANSWERED, told })

/** The code an answer fails with; null when it is none. */
export const failureOf = (told: Told): string | null => ('error' in told ? codeOf(told['error']) : null)
