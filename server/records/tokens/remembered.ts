/**
 * Flow tokens are looked up with every request, so the last few thousand are remembered for a moment.
 *
 * Another process may revoke one: that is why a memory is short. In this process a subject whose tokens were revoked is
 * never remembered again, because a lookup may run between the revocation's making and its commit.
 */
export interface Bearer {
  readonly subject: string
  readonly tenant: string
}
interface Entry extends Bearer {
  readonly until: number
}

const MOST = 10_000
const MEMORY_MS = 5000

export function remembered(now: () => number) {
  const entries = new Map<string, Entry>()
  const barred = new Set<string>()
  const drop = (set: Map<string, unknown> | Set<string>) => {
    if (set.size >= MOST) set.delete(set.keys().next().value!)
  }
  return {
    get(hash: string): Bearer | null {
      const entry = entries.get(hash)
      if (!entry) return null
      if (entry.until <= now()) {
        entries.delete(hash)
        return null
      }
      return { subject: entry.subject, tenant: entry.tenant }
    },
    keep(hash: string, { subject, tenant }: Bearer, expiresAt: number) {
      if (barred.has(subject)) return
      drop(entries)
      entries.set(hash, { subject, tenant, until: Math.min(expiresAt, now() + MEMORY_MS) })
    },
    bar(subject: string) {
      drop(barred)
      barred.add(subject)
      for (const [hash, entry] of entries) if (entry.subject === subject) entries.delete(hash)
    },
  }
}
