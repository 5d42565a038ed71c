/**
 * Actors in memory: opened rows of those used lately, and one lane per actor so that its events are planned one after
 * the other. The store's version check is what keeps two processes apart; the lanes only avoid pointless conflicts.
 */
import type { ActorStatus, Store, StoredActor } from '../store/store.ts'
import type { Registered, Registry } from './registry.ts'
import type { Row } from './planner/row.ts'
import type { Sealer } from './seal.ts'

/** An actor with its row opened. */
export interface Loaded extends Omit<StoredActor, 'head' | 'body' | 'flow' | 'version'> {
  readonly chart: Registered
  readonly row: Row
}

interface Sealed {
  context: unknown
  output?: unknown
  error?: unknown
}

/** The stored form of a row: what operators may read, and what is sealed. */
export function closeRow(sealer: Sealer, keyId: string, row: Row): { status: ActorStatus; head: string; body: Buffer } {
  const { context, output, error, ...head } = row
  const sealed: Sealed = { context }
  if (output !== undefined) sealed.output = output
  if (error !== undefined) sealed.error = error
  return { status: row.status, head: JSON.stringify(head), body: sealer.seal(keyId, sealed) }
}

/** The row of what `closeRow` made. Throws when the key is destroyed. */
export const openRow = (sealer: Sealer, keyId: string, { head, body }: { head: string; body: Uint8Array }): Row => ({
  ...JSON.parse(head),
  ...(sealer.open(keyId, body) as Sealed),
})

export interface Actors {
  /** Null when there is none. Throws when its chart or its key is not to be had. */
  load(id: string): Promise<Loaded | null>
  keep(actor: Loaded): void
  forget(id: string): void
  /** Runs `work` after everything else asked for this actor. */
  inTurn<T>(id: string, work: () => Promise<T>): Promise<T>
}

export function actors(store: Store, sealer: Sealer, registry: Registry, remembered = 20_000): Actors {
  const known = new Map<string, Loaded>()
  const lanes = new Map<string, Promise<unknown>>()

  async function open(id: string): Promise<Loaded | null> {
    const stored = await store.load(id)
    if (!stored) return null
    await sealer.load(stored.keyId)
    const { head, body, flow, version, ...rest } = stored
    const row = openRow(sealer, stored.keyId, { head, body })
    const actor = { ...rest, chart: registry.get(flow, version), row }
    keep(actor)
    return actor
  }

  function keep(actor: Loaded) {
    // the least lately written goes first
    known.delete(actor.id)
    known.set(actor.id, actor)
    if (known.size > remembered) known.delete(known.keys().next().value!)
  }

  return {
    load: async (id) => known.get(id) ?? open(id),
    keep,
    forget: (id) => void known.delete(id),
    async inTurn(id, work) {
      const before = lanes.get(id)
      const mine = before ? before.then(work, work) : work()
      lanes.set(id, mine)
      try {
        return await mine
      } finally {
        if (lanes.get(id) === mine) lanes.delete(id)
      }
    },
  }
}
