/** A clock that stands still until it is moved: what is due runs in the order it is due, and ties in the order they were asked for. */
export interface PlayClock {
  /** Milliseconds since 1970. */
  now(): number
  setTimeout(run: () => void, ms: number): number
  clearTimeout(id: number): void
  /** Runs whatever is due until then. A moment that is over changes nothing. */
  advanceTo(at: number): void
}

interface Due {
  readonly id: number
  readonly at: number
  run(): void
}

/** A chart that keeps asking for "at once" would never let go of the page. */
const MOST_AT_ONCE = 10_000

/** `around` is what a due run happens in. */
export function openClock(startsAt: number, around: (run: () => void) => void = (run) => run()): PlayClock {
  let now = startsAt
  let ids = 0
  let waiting: Due[] = []
  const first = (until: number) =>
    waiting.filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at || one.id - other.id)[0]

  return {
    now: () => now,
    setTimeout(run, ms) {
      const id = ++ids
      waiting.push({ id, at: now + Math.max(0, ms), run })
      return id
    },
    clearTimeout(id) {
      waiting = waiting.filter((one) => one.id !== id)
    },
    advanceTo(until) {
      for (let count = 0, due = first(until); due; due = first(until)) {
        if (++count > MOST_AT_ONCE) throw new Error('The chart asks for more and more at the same moment.')
        const { id, at, run } = due
        waiting = waiting.filter((one) => one.id !== id)
        now = Math.max(now, at)
        around(run)
      }
      now = Math.max(now, until)
    },
  }
}
