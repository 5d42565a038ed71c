/** One multiplexed watch: the newest view of each of several actors, whenever one of them changes. */
import type { Hub } from './hub.ts'
import type { View } from './view.ts'

export interface Watched {
  readonly view: View
  /** The newest line the watcher has of each actor; handed back after a broken connection. */
  readonly cursor: Readonly<Record<string, number>>
}

/**
 * Views are states, not a log: a watcher that was away gets the newest one, once. It subscribes before it reads, so no
 * change between the two is lost. `since` says what the watcher has.
 */
export async function* watch(
  hub: Hub,
  ids: readonly string[],
  since: Readonly<Record<string, number>>,
  signal: AbortSignal,
  read: (id: string) => Promise<View | null>,
): AsyncGenerator<Watched> {
  const changed = new Set(ids)
  const cursor: Record<string, number> = {}
  let wake = () => {}
  const unsubscribe = hub.listen(ids, (id) => {
    changed.add(id)
    wake()
  })
  const onAbort = () => wake()
  signal.addEventListener('abort', onAbort)
  try {
    while (!signal.aborted) {
      for (const id of [...changed]) {
        changed.delete(id)
        const view = await read(id)
        if (!view || signal.aborted) continue
        // what the watcher has already; but an effect's attempts may have changed without a line
        const hasIt = !(id in cursor) && since[id] === view.seq && view.effects.length === 0
        cursor[id] = view.seq
        if (!hasIt) yield { view, cursor: { ...since, ...cursor } }
      }
      if (changed.size > 0 || signal.aborted) continue
      await new Promise<void>((done) => {
        wake = done
      })
    }
  } finally {
    unsubscribe()
    signal.removeEventListener('abort', onAbort)
  }
}
