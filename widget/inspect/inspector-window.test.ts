/** The package itself, speaking through the window it is given: whom it reaches, and whom it hears. */
import { createBrowserInspector } from '@statelyai/inspect'
import { describe, expect, it } from 'vitest'
import { viewAt } from '../client/testing/fake-api.ts'
import { INSPECTOR_URL, openInspector } from './inspector-window.ts'
import { messagesOf } from './messages.ts'

/** A page, the window it opens, and what is posted to that window. */
function pageThatOpens() {
  const posted: { message: { type: string }; to: string }[] = []
  const went: string[] = []
  const opened = {
    location: { replace: (address: string) => void went.push(address) },
    postMessage: (message: { type: string }, to: string) => void posted.push({ message, to }),
  }
  const page = Object.assign(new EventTarget(), { open: () => opened })
  const say = (origin: string, source: unknown = opened) =>
    page.dispatchEvent(Object.assign(new Event('message'), { data: { type: '@statelyai.connected' }, origin, source }))
  const inspector = openInspector(page as unknown as Window)!
  const { adapter } = createBrowserInspector({ window: inspector.window as Window, url: INSPECTOR_URL })
  const tell = () => {
    for (const message of messagesOf(viewAt(1), { rootId: 'onb_1', parentId: undefined, isNew: true }))
      adapter.send(message)
  }
  return { posted, went, say, tell, inspector }
}

describe('the inspector’s window', () => {
  it('is sent to stately.ai, and told there what was kept for it, as soon as it says that it listens', () => {
    const { posted, went, say, tell } = pageThatOpens()
    expect(went).toEqual(['https://stately.ai/inspect'])
    tell()
    expect(posted).toEqual([])
    say('https://stately.ai')
    expect(posted.map(({ message }) => message.type)).toEqual(['@xstate.actor', '@xstate.event', '@xstate.snapshot'])
    expect(new Set(posted.map(({ to }) => to))).toEqual(new Set(['https://stately.ai']))
  })

  it('is not taken for another, nor for another site that stands in it now', () => {
    const { posted, say, tell } = pageThatOpens()
    tell()
    say('https://evil.example')
    say('https://stately.ai', {})
    expect(posted).toEqual([])
  })

  it('is no longer heard once it is closed', () => {
    const { posted, say, tell, inspector } = pageThatOpens()
    tell()
    inspector.close()
    say('https://stately.ai')
    expect(posted).toEqual([])
  })

  it('is none when the browser blocks it', () => {
    expect(openInspector({ open: () => null, addEventListener: () => {} })).toBeNull()
  })
})
