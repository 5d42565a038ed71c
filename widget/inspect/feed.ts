/** Feeds the inspector's window with what is followed. Loaded when somebody asks for it, and the package with it. */
import { createBrowserInspector } from '@statelyai/inspect'
import type { TokenShelf } from '../client/shelf.ts'
import { follow } from './follow.ts'
import { INSPECTOR_URL, type InspectorWindow } from './inspector-window.ts'
import { messagesOf } from './messages.ts'

/** What a window that was reloaded is told again. A chart is told of once, first: what falls out is never drawn. */
const KEPT = 5000

/** Until told to stop. */
export function feed({ window }: Pick<InspectorWindow, 'window'>, shelf: Pick<TokenShelf, 'read'>): () => void {
  const { adapter } = createBrowserInspector({
    window: window as Window,
    url: INSPECTOR_URL,
    // plain JSON already; the package's own way cuts off whatever has more than ten entries
    serialize: (message) => message,
    maxDeferredEvents: KEPT,
  })
  return follow(shelf, (view, place) => {
    for (const message of messagesOf(view, place)) adapter.send(message)
  })
}
