import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { connectHost, reportHeight } from './host.ts'
import type { FromFrame } from './protocol.ts'
import { fakeDocument, fakeWindow, type Said } from './testing/fake-window.ts'

const origin = 'https://shop.example'
const ports: MessagePort[] = []
afterEach(() => {
  for (const port of ports.splice(0)) port.close()
  vi.unstubAllGlobals()
})

/** A frame in a page of `origin`, and channels for the page to offer. */
function open(origins: readonly string[] = [origin]) {
  const window = fakeWindow(origin)
  const { page, dataset, variables } = fakeDocument()
  const host = connectHost(origins, page)
  const channel = () => {
    const { port1, port2 } = new MessageChannel()
    ports.push(port1, port2)
    const heard: FromFrame[] = []
    port1.onmessage = ({ data }: MessageEvent<FromFrame>) => heard.push(data)
    return { port: port1, offered: port2, heard }
  }
  return { ...window, host, channel, dataset, variables }
}
const until = (claim: () => void) => vi.waitFor(claim, { interval: 1 })

describe('the page around the frame', () => {
  it('hears everything since the frame stood, once it has offered a port', async () => {
    const { host, channel, say } = open()
    host.tell({ type: 'ready' })
    host.tell({ type: 'resize', height: 484 })
    const { offered, heard } = channel()
    say({ ports: [offered] })
    host.tell({ type: 'completed' })
    await until(() =>
      expect(heard).toEqual([{ type: 'ready' }, { type: 'resize', height: 484 }, { type: 'completed' }]),
    )
  })

  it.each<[string, Said, (readonly string[])?]>([
    ['of another origin', { origin: 'https://evil.example' }],
    ['of an origin that begins like its own', { origin: `${origin}.evil.example` }],
    ['without an origin', { origin: 'null' }],
    ['that is not the one around', { source: { name: 'a pop-up' } }],
    ['that speaks another version', { data: { tenure: 2 } }],
    ['that says nothing', { data: null }],
    ['that says something else', { data: 'tenure' }],
    ['under a key without origins', {}, []],
  ])('%s hears nothing, and the right one after it everything', async (_, said, origins) => {
    const { host, channel, say } = open(origins)
    host.tell({ type: 'ready' })
    const [wrong, right] = [channel(), channel()]
    say({ ports: [wrong.offered], ...said })
    say({ ports: [right.offered] })
    if (origins) await turn()
    else await until(() => expect(right.heard).toEqual([{ type: 'ready' }]))
    expect(wrong.heard).toEqual([])
  })

  it('without a port is waited for', async () => {
    const { host, channel, say } = open()
    host.tell({ type: 'ready' })
    say({})
    const { offered, heard } = channel()
    say({ ports: [offered] })
    await until(() => expect(heard).toEqual([{ type: 'ready' }]))
  })

  it('has one port: whoever offers another later is not heard', async () => {
    const { host, channel, say } = open()
    const [first, second] = [channel(), channel()]
    say({ ports: [first.offered] })
    say({ ports: [second.offered] })
    host.tell({ type: 'ready' })
    await until(() => expect(first.heard).toEqual([{ type: 'ready' }]))
    expect(second.heard).toEqual([])
  })

  it('dresses the frame through its port, and undresses it', async () => {
    const { channel, say, dataset, variables } = open()
    const { port, offered } = channel()
    say({ ports: [offered] })
    port.postMessage({ type: 'appearance', theme: 'dark', variables: { '--tenure-accent': 'teal', color: 'red' } })
    await until(() => expect(dataset).toEqual({ theme: 'dark' }))
    expect([...variables]).toEqual([['--tenure-accent', 'teal']])
    port.postMessage('nonsense')
    port.postMessage({ type: 'appearance', theme: 'auto', variables: {} })
    await until(() => expect(dataset).toEqual({}))
  })
})

describe('the height', () => {
  it('is told in whole pixels, and only when it changed', () => {
    let changed = () => {}
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(callback: () => void) {
          changed = callback
        }
        observe() {}
      },
    )
    const told: FromFrame[] = []
    let height = 483.2
    const content = { getBoundingClientRect: () => ({ height }) } as Element
    reportHeight({ tell: (message) => void told.push(message) }, content)
    changed()
    height = 483.9
    changed()
    height = 500
    changed()
    expect(told).toEqual([
      { type: 'resize', height: 484 },
      { type: 'resize', height: 500 },
    ])
  })
})
