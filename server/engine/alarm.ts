/**
 * One alarm for many due times: it rings at the earliest it was told of. Sweeps run one at a time; a ring during a
 * sweep starts another afterwards, so nothing that became due meanwhile is missed.
 */
import type { Clock } from './clock.ts'

export interface Alarm {
  /** Something is due at `at`. */
  set(at: number): void
  /** Sweep now. */
  ring(): void
  /** Stops ringing and waits for the sweep under way. */
  stop(): Promise<void>
}

/** `sweep` does what is due and answers when to ring next, or null when nothing waits. */
export function alarmFor(clock: Clock, sweep: () => Promise<number | null>, onError: (error: unknown) => void): Alarm {
  let next = Infinity
  let callOff = () => {}
  let sweeping: Promise<void> | null = null
  let again = false
  let stopped = false

  function set(at: number) {
    if (stopped || at >= next) return
    callOff()
    next = at
    callOff = clock.alarm(at, ring)
  }

  function ring() {
    callOff()
    next = Infinity
    if (stopped) return
    again = true
    sweeping ??= run().finally(() => {
      sweeping = null
    })
  }

  async function run() {
    while (again && !stopped) {
      again = false
      try {
        const at = await sweep()
        if (at !== null) set(at)
      } catch (error) {
        onError(error)
        // whatever failed (a full disk, a locked file) is tried again, not forgotten
        set(clock.now() + 1000)
      }
    }
  }

  return {
    set,
    ring,
    stop: async () => {
      stopped = true
      callOff()
      await sweeping
    },
  }
}
