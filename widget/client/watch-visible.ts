/**
 * Watches flows while their page is visible. A browser allows six HTTP/1.1 connections to one origin over all its tabs
 * and frames: an open watch per hidden tab would block every request of the seventh.
 */
import type { Client } from './connection.ts'
import type { View } from './wire.ts'

export interface Watching {
  readonly client: Client
  /** What is watched, by id, with the newest line the page has of each. */
  cursor(): Readonly<Record<string, number>>
  onView(view: View): void
  /** The server will not have this watch. A broken line is no refusal: that is mended without a word. */
  onRefused(): void
}

export function watchVisible({ client, cursor, onView, onRefused }: Watching): () => void {
  let open: { unsubscribe(): void } | null = null
  const turn = () => {
    if (document.visibilityState === 'visible') open ??= subscribe()
    else close()
  }
  function subscribe() {
    const known = cursor()
    return client.flow.watch.subscribe(
      { ids: Object.keys(known), cursor: known },
      {
        onData: ({ data }) => onView(data),
        onError: () => {
          close()
          onRefused()
        },
      },
    )
  }
  function close() {
    open?.unsubscribe()
    open = null
  }
  document.addEventListener('visibilitychange', turn)
  turn()
  return () => {
    document.removeEventListener('visibilitychange', turn)
    close()
  }
}
