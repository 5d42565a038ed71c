/**
 * Dies on purpose, for the tests that prove a crash anywhere loses nothing: after the N-th point of its life, without a
 * last word, as a power cut would. Points are: before and after each effect's body, and after each commit.
 */
import type { AnyPerform } from '../engine/perform.ts'
import type { CrashAt } from '../config.ts'
import type { Store } from '../store/store.ts'

type Performers = Readonly<Record<string, Readonly<Record<string, AnyPerform>>>>

export interface CrashPoints {
  performers(performers: Performers): Performers
  store(store: Store): Store
}

/** `at` is CRASH_AT; null never does. */
export function crashPoints(at: CrashAt | null): CrashPoints {
  if (at === null) return { performers: (performers) => performers, store: (store) => store }
  let passed = 0
  const point = () => {
    passed++
    if (passed === at.point) process.kill(process.pid, 'SIGKILL')
  }
  const around =
    (body: AnyPerform): AnyPerform =>
    async (job) => {
      point()
      const fact = await body(job)
      point()
      return fact
    }
  const aroundAll = <T>(map: Readonly<Record<string, T>>, change: (value: T) => T) =>
    Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]))
  return {
    performers: (performers) => aroundAll(performers, (bodies) => aroundAll(bodies, around)),
    store: (store) =>
      at.effectsOnly
        ? store
        : {
            ...store,
            async commit(step) {
              const outcome = await store.commit(step)
              point()
              return outcome
            },
          },
  }
}
