/**
 * The inspector's window, and the little of this page's window that the inspector's package gets to know.
 *
 * The package posts to any origin and listens to any window. Given this in place of `window` it speaks to stately.ai
 * alone, and hears only the window that was opened here.
 */

/** The package's own default. */
export const INSPECTOR_URL = 'https://stately.ai/inspect'

/** As the package calls it; a second press finds the same window. */
const NAME = 'xstateinspector'

export interface InspectorWindow {
  /** For the package, in place of the page's own. */
  readonly window: Pick<Window, 'open' | 'addEventListener'>
  /** Stops listening. The window stays, because somebody may still be reading in it. */
  close(): void
}

type Opens = Pick<Window, 'open' | 'addEventListener'>

/** Null when the browser opens none. It is empty until the package sends it somewhere. */
export function openInspector(page: Opens, url = INSPECTOR_URL): InspectorWindow | null {
  const opened = page.open('', NAME)
  if (!opened) return null
  const { origin } = new URL(url)
  const listening = new AbortController()
  const addEventListener = (type: string, listener: (event: MessageEvent) => void) =>
    page.addEventListener(
      type,
      (event) => {
        const message = event as MessageEvent
        if (message.source === opened && message.origin === origin) listener(message)
      },
      { signal: listening.signal },
    )
  const speaking = { postMessage: (message: unknown) => opened.postMessage(message, origin) }
  const open = (address?: string | URL) => {
    opened.location.replace(String(address))
    return speaking as Window
  }
  return {
    window: { open, addEventListener: addEventListener as Window['addEventListener'] },
    close: () => listening.abort(),
  }
}
