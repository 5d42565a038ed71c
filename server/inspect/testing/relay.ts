/**
 * Lets the package's own receiver, which cannot send a cookie, read the stream: a door on this machine that opens the
 * server's with one.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'

export async function relay(url: string, headers: Record<string, string>) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const behind: WebSocket[] = []
  server.on('connection', (reader) => {
    const source = new WebSocket(url, { headers })
    behind.push(source)
    source.on('message', (data) => reader.send((data as Buffer).toString()))
  })
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      for (const source of behind) source.terminate()
      for (const reader of server.clients) reader.terminate()
      server.close()
    },
  }
}
