/** Remembers the newest few of something. Enough for repeats that come within seconds; the journal has the rest. */
export interface Recent<T> {
  get(key: string): T | undefined
  keep(key: string, value: T): T
}

export function recent<T>(size: number): Recent<T> {
  const known = new Map<string, T>()
  return {
    get: (key) => known.get(key),
    keep(key, value) {
      known.set(key, value)
      if (known.size > size) known.delete(known.keys().next().value!)
      return value
    },
  }
}
