/** Stately's own inspector, in a window on their site. Only a press opens it, and only then anything is sent there. */
import type { StatelyInspectionEvent } from '@statelyai/inspect'
import { INSPECTOR_URL, openInspector } from '../../../widget/inspect/inspector-window.ts'

/** A window that is reloaded is told so many messages again. */
const KEPT = 2000

/**
 * Opens the window, within the press: later it would count as one that nobody asked for. Answers with a way to tell it
 * messages, in their order; null when the browser opens none.
 */
export function openStately(): ((message: StatelyInspectionEvent) => void) | null {
  const opened = openInspector(window)
  if (!opened) return null
  const adapter = import('@statelyai/inspect').then(
    ({ createBrowserInspector }) =>
      createBrowserInspector({
        window: opened.window as Window,
        url: INSPECTOR_URL,
        // plain JSON already; the package's own way cuts off whatever has more than ten entries
        serialize: (message) => message,
        maxDeferredEvents: KEPT,
      }).adapter,
  )
  return (message) => void adapter.then((inspector) => inspector.send(message))
}
