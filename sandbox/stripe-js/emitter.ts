/** Listeners by event, as elements have them. */
type Listener = (payload: object) => void

export class Emitter {
  readonly #listeners = new Map<string, Set<Listener>>()

  on(type: string, listener: Listener): this {
    const known = this.#listeners.get(type) ?? new Set()
    this.#listeners.set(type, known.add(listener))
    return this
  }

  /** All listeners of the event, when none is named. */
  off(type: string, listener?: Listener): this {
    if (listener) this.#listeners.get(type)?.delete(listener)
    else this.#listeners.delete(type)
    return this
  }

  once(type: string, listener: Listener): this {
    const once: Listener = (payload) => {
      this.off(type, once)
      listener(payload)
    }
    return this.on(type, once)
  }

  emit(type: string, payload: object): void {
    for (const listener of [...(this.#listeners.get(type) ?? [])]) listener(payload)
  }
}
