/** Tells whoever keeps a stream open for somebody that sessions of theirs have ended; which ones, they look up. */
export interface Endings {
  ended(userId: string): void
  /** Calls back at every end; answers with a way to stop. */
  listen(userId: string, heard: () => void): () => void
}

export function endings(): Endings {
  const listeners = new Map<string, Set<() => void>>()
  return {
    ended(userId) {
      for (const heard of listeners.get(userId) ?? []) heard()
    },
    listen(userId, heard) {
      const own = listeners.get(userId) ?? new Set()
      listeners.set(userId, own.add(heard))
      return () => {
        own.delete(heard)
        if (own.size === 0 && listeners.get(userId) === own) listeners.delete(userId)
      }
    },
  }
}
