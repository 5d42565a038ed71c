/**
 * Everything a session watches, on one stream: its own flow, and the flows that one has invoked. The stream is opened
 * anew when that changes; each actor goes on from the newest line the page has of it, so nothing is missed between two.
 */
import type { Client } from './connection.ts'
import { watchVisible } from './watch-visible.ts'
import type { View } from './wire.ts'

export interface Watches {
  /** Calls back with every new view of an actor until told to stop. Without an id: of the session's own flow. */
  add(id: string | null, onView: (view: View) => void): () => void
  /** The session's own flow is this one, or its token is a new one: whoever watches begins anew. */
  begin(own: string): void
  /** The page has this view already, so the stream need not say it again. */
  saw(view: View): void
  /** Tells whoever watches this view's actor. */
  tell(view: View): void
  /** There is no flow any more. */
  end(): void
}

interface Watcher {
  readonly id: string | null
  onView(view: View): void
}

export function openWatches(client: Client, onRefused: () => void): Watches {
  const watchers = new Set<Watcher>()
  const newest = new Map<string, number>()
  let own: string | null = null
  let watched = ''
  let stop = () => {}

  const ids = () => [...new Set([...watchers].flatMap(({ id }) => id ?? own ?? []))]
  const cursor = () => Object.fromEntries(ids().map((id) => [id, newest.get(id) ?? 0]))

  function saw({ id, seq }: View) {
    newest.set(id, Math.max(seq, newest.get(id) ?? 0))
  }
  function tell(view: View) {
    saw(view)
    for (const { id, onView } of watchers) if ((id ?? own) === view.id) onView(view)
  }
  function open() {
    stop()
    watched = ids().join()
    stop = watched ? watchVisible({ client, cursor, onView: tell, onRefused }) : () => {}
  }
  const openIfChanged = () => void (ids().join() !== watched && open())

  return {
    add(id, onView) {
      const watcher = { id, onView }
      watchers.add(watcher)
      openIfChanged()
      return () => {
        watchers.delete(watcher)
        openIfChanged()
      }
    },
    begin(found) {
      own = found
      open()
    },
    saw,
    tell,
    end() {
      own = null
      newest.clear()
      openIfChanged()
    },
  }
}
