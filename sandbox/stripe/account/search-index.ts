/**
 * What search knows, which is what was true a while ago. Stripe says to expect up to a minute, and not to search for
 * what was just written; a stand-in that found everything at once would let that mistake pass.
 *
 * Source: Stripe docs, "Search" (data freshness).
 */
import type { Kept } from './collection.ts'
import { copyOf } from './copy.ts'

interface Note {
  readonly at: number
  readonly copy: Kept
}

export class SearchIndex {
  readonly #now: () => number
  readonly #lagMs: number
  #notes: Note[] = []
  readonly #known = new Map<string, Kept>()

  constructor(now: () => number, lagMs: number) {
    this.#now = now
    this.#lagMs = lagMs
  }

  note(item: Kept): void {
    this.#notes.push({ at: this.#now(), copy: copyOf(item) })
  }

  forget(id: string): void {
    this.#notes = this.#notes.filter(({ copy }) => copy.id !== id)
    this.#known.delete(id)
  }

  /** Newest first. */
  known(object: string): Kept[] {
    const until = this.#now() - this.#lagMs
    for (const { at, copy } of this.#notes) if (at <= until) this.#known.set(copy.id, copy)
    this.#notes = this.#notes.filter(({ at }) => at > until)
    return [...this.#known.values()].filter((item) => item.object === object).toReversed()
  }
}
