/** Counts tries for one thing within a window, for as many things as fit; the oldest is forgotten first. */
export interface Tries {
  /** How many there were in this thing's window, this one included. `now` in milliseconds since 1970. */
  count(thing: string, now: number): number
}

const REMEMBERED = 50_000

export function tries(windowMs: number): Tries {
  const known = new Map<string, { count: number; until: number }>()
  return {
    count(thing, now) {
      const found = known.get(thing)
      const entry = found && found.until > now ? found : { count: 0, until: now + windowMs }
      known.delete(thing)
      if (known.size >= REMEMBERED) known.delete(known.keys().next().value!)
      known.set(thing, entry)
      return ++entry.count
    },
  }
}
