/** Time as the engine sees it: injected, so that tests and the sandbox can move it. */

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back once when `at` is reached. Answers with a way to call it off. */
  alarm(at: number, ring: () => void): () => void
}

/** The longest wait `setTimeout` keeps; it fires at once for more. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

export interface MovableClock extends Clock {
  /** Moves time forward; alarms that became due ring. */
  advance(ms: number): void
}

/** The machine's clock, plus whatever it was moved by. */
export function systemClock(movedBy = 0): MovableClock {
  let offset = movedBy
  const pending = new Set<() => void>()
  const now = () => Date.now() + offset

  function alarm(at: number, ring: () => void): () => void {
    let timer: NodeJS.Timeout
    const arm = () => {
      clearTimeout(timer)
      const wait = at - now()
      timer = setTimeout(() => (at <= now() ? fire() : arm()), Math.min(Math.max(wait, 0), LONGEST_WAIT_MS))
    }
    const callOff = () => {
      clearTimeout(timer)
      pending.delete(arm)
    }
    const fire = () => {
      callOff()
      ring()
    }
    pending.add(arm)
    arm()
    return callOff
  }

  return {
    now,
    alarm,
    advance(ms) {
      offset += ms
      for (const arm of [...pending]) arm()
    },
  }
}
