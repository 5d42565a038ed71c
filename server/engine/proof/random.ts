/** Repeatable chance: the same seed gives the same numbers, so a failure can be walked again. */

/** Chance with the few questions a generator and a walk ask of it. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** 0 ≤ whole number < `below`. */
  int(below: number): number
  /** True about `share` of the time. */
  chance(share: number): boolean
  /** One of them; throws when there are none. */
  pick<T>(from: readonly T[]): T
}

/** Mulberry32: small, fast and good enough to wander with. */
export function random(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (below: number) => Math.floor(next() * below)
  const pick = <T>(from: readonly T[]) => {
    if (from.length === 0) throw new Error('There is nothing to pick from.')
    return from[int(from.length)]!
  }
  return { next, int, pick, chance: (share) => next() < share }
}
