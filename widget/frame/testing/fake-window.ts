/** A frame's window and the page it stands in, as far as a handshake goes. */
import { vi } from 'vitest'

export interface Said {
  readonly source?: unknown
  readonly origin?: string
  readonly data?: unknown
  readonly ports?: readonly MessagePort[]
}

/** Takes the place of the window's globals until `vi.unstubAllGlobals()`. */
export function fakeWindow(origin: string) {
  const window = new EventTarget()
  const parent = { name: 'the page around' }
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window))
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window))
  vi.stubGlobal('parent', parent)
  return {
    /** The page says something; by default what a loader would. */
    say: ({ source = parent, data = { tenure: 1 }, ports = [], ...more }: Said) =>
      window.dispatchEvent(Object.assign(new Event('message'), { origin, ...more, source, data, ports })),
  }
}

/** A document's root, as far as it can be dressed. */
export function fakeDocument() {
  const variables = new Map<string, string>()
  const dataset: Record<string, string> = {}
  const style = { setProperty: (name: string, value: string) => void variables.set(name, value) }
  return { page: { documentElement: { dataset, style } } as unknown as Document, dataset, variables }
}
