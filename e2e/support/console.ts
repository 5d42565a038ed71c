/** The console without a browser: an operator signed in over HTTP, and everything it is told of an actor. */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { operatorBrowser } from '../../server/services/identity/testing/operator-browser.ts'
import { operatorEmail, operatorPassword } from './operator.ts'
import type { Server } from './server.ts'

/** For a server that has the one operator, who signs in for the first time. */
export async function consoleOf({ url }: Server) {
  const door = { handler: (request: Request) => fetch(request) }
  const browser = operatorBrowser(door, url, { email: operatorEmail, password: operatorPassword })
  await browser.begin()
  const headers = { cookie: browser.cookie(), origin: url }
  const ask = async (name: string, input: unknown) => {
    const answer = await fetch(`${url}/trpc/operator.${name}?input=${encodeURIComponent(JSON.stringify(input))}`, {
      headers,
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`operator.${name} was answered ${answer.status}: ${text}`)
    return text
  }
  return {
    /** All answers about an actor, as they come over the wire. */
    async everythingOf(id: string): Promise<string[]> {
      const actor = await ask('actor', { id })
      const { seq, readable } = (JSON.parse(actor) as { result: { data: { seq: number; readable: string } } }).result
        .data
      const journal = await ask('journal', { id, from: 1, to: 500 })
      if (readable !== 'yes') return [actor, journal]
      const lines = Array.from({ length: Math.min(seq, 500) }, (_, n) => n + 1)
      return [actor, journal, ...(await Promise.all(lines.map((line) => ask('moment', { id, seq: line }))))]
    },
    /** What the inspector's stream tells until it has nothing to say for a while. */
    async inspected(id: string): Promise<string> {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/operator/inspect/stream?actor=${id}`, { headers })
      let heard = ''
      socket.on('message', (data) => (heard += (data as Buffer).toString()))
      await once(socket, 'message')
      for (let before = -1; before < heard.length; ) {
        before = heard.length
        await new Promise((done) => setTimeout(done, 300))
      }
      socket.terminate()
      return heard
    },
  }
}
