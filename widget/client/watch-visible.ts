/**
 * Watches a flow while its page is visible. A browser allows six HTTP/1.1 connections to one origin over all its tabs
 * and frames: an open watch per hidden tab would block every request of the seventh.
 */
import type { Client } from './connection.ts'
import type { View } from './wire.ts'

export interface Watching {
  readonly client: Client
  readonly id: string
  /** The newest line the page has. */
  since(): number
  onView(view: View): void
  /** The server will not have this watch. A broken line is no refusal: that is mended without a word. */
  onRefused(): void
}

export function watchVisible({ client, id, since, onView, onRefused }: Watching): () => void {
  let open: { unsubscribe(): void } | null = null
  const turn = () => {
    if (document.visibilityState === 'visible')
      open ??= client.flow.watch.subscribe(
        { ids: [id], cursor: { [id]: since() } },
        {
          onData: ({ data }) => onView(data),
          onError: () => {
            close()
            onRefused()
          },
        },
      )
    else close()
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
