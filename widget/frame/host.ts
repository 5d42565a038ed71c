/** The page around the frame, as far as it lets itself be known: told of heights and steps, heard about looks. */
import { type Connect, type FromFrame, PROTOCOL, readFromLoader } from './protocol.ts'

export interface Host {
  tell(message: FromFrame): void
}

/** `origins` are the only pages this embedding key may stand on; nothing is said to or heard from any other. */
export function connectHost(origins: readonly string[], page: Document): Host {
  let port: MessagePort | null = null
  const waiting: FromFrame[] = []
  const tell = (message: FromFrame) => {
    if (port) port.postMessage(message)
    else waiting.push(message)
  }
  addEventListener('message', function connect({ source, origin, data, ports }: MessageEvent<Connect | null>) {
    if (source !== parent || !origins.includes(origin) || data?.tenure !== PROTOCOL || !ports[0]) return
    removeEventListener('message', connect)
    port = ports[0]
    port.onmessage = ({ data }) => dress(page, data)
    for (const message of waiting.splice(0)) port.postMessage(message)
  })
  return { tell }
}

/** Gives the page the look it is told of, if it is one. */
export function dress({ documentElement }: Document, data: unknown) {
  const appearance = readFromLoader(data)
  if (!appearance) return
  if (appearance.theme === 'auto') delete documentElement.dataset['theme']
  else documentElement.dataset['theme'] = appearance.theme
  for (const [name, value] of Object.entries(appearance.variables)) documentElement.style.setProperty(name, value)
}

/** Tells the content's height whenever it changes; the frame itself never scrolls. */
export function reportHeight(host: Host, content: Element): void {
  let told = 0
  new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height)
    // the same height again would only make the host lay out again, and that may come back as a resize
    if (height === told) return
    told = height
    host.tell({ type: 'resize', height })
  }).observe(content)
}
