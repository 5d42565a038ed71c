/** The objects of one kind, by id, in the order they were made. */
import { missing } from './problem.ts'

export interface Kept {
  readonly id: string
  readonly object: string
}

export class Collection<T extends Kept> {
  /** What a person calls one of them, for "No such customer". */
  readonly noun: string
  readonly #items = new Map<string, T>()

  constructor(noun: string) {
    this.noun = noun
  }

  add<U extends T>(item: U): U {
    this.#items.set(item.id, item)
    return item
  }

  find(id: string): T | undefined {
    return this.#items.get(id)
  }

  /** Throws `resource_missing`: 404 when `param` is `id`, or 400 naming the parameter that held it. */
  get(id: string, param = 'id'): T {
    const found = this.#items.get(id)
    if (!found) throw missing(this.noun, id, param)
    return found
  }

  remove(id: string): void {
    this.#items.delete(id)
  }

  /** Newest first, as every list of Stripe's is. */
  newestFirst(): T[] {
    return [...this.#items.values()].toReversed()
  }

  oldestFirst(): T[] {
    return [...this.#items.values()]
  }
}
