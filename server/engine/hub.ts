/** Tells watchers in this process that an actor changed. */

export interface Hub {
  changed(actor: string): void
  /** Calls back on every change of any of `actors`; answers with a way to stop. */
  listen(actors: readonly string[], heard: (actor: string) => void): () => void
  /** How many actors somebody listens to. */
  readonly size: number
}

export function hub(): Hub {
  const listeners = new Map<string, Set<(actor: string) => void>>()
  return {
    changed(actor) {
      for (const heard of listeners.get(actor) ?? []) heard(actor)
    },
    listen(actors, heard) {
      for (const actor of actors) {
        const others = listeners.get(actor)
        if (others) others.add(heard)
        else listeners.set(actor, new Set([heard]))
      }
      return () => {
        for (const actor of actors) {
          const others = listeners.get(actor)
          others?.delete(heard)
          if (others?.size === 0) listeners.delete(actor)
        }
      }
    },
    get size() {
      return listeners.size
    },
  }
}
