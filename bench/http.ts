/** Servers for the load: the engine behind bare `node:http`, and an empty tRPC echo as the ceiling of any tRPC server. */
import { initTRPC } from '@trpc/server'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import { spawn } from 'node:child_process'
import Fastify from 'fastify'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Engine } from '../server/engine/engine.ts'
import { benchEvent } from './chart.ts'
import { withEngine } from './engine.ts'
import type { Load } from './load.ts'
import type { Measured } from './measure.ts'

/** Runs the load in a process of its own. Throws when any request was not answered as it should. */
export async function loadFrom(load: Load): Promise<Measured> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load.ts'), JSON.stringify(load)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += text))
  const code = await new Promise((done) => child.once('exit', done))
  if (code !== 0) throw new Error(`The load ended with ${String(code)}.`)
  return JSON.parse(output) as Measured
}

export const bareHttp = (clients: number, seconds: number): Promise<Measured> =>
  withEngine(clients, async (engine) => {
    const server = createServer((request, response) => {
      let text = ''
      request.setEncoding('utf8')
      request.on('data', (part: string) => (text += part))
      request.on('end', () => void answer(engine, text).then((answered) => response.end(answered)))
    })
    const port = await new Promise<number>((done) =>
      server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)),
    )
    const body = JSON.stringify({ id: 'c$c', eventId: '$c-$t', event: benchEvent })
    try {
      return await loadFrom({ port, path: '/', clients, seconds, body, tokens: [], expect: 'accepted' })
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

async function answer(engine: Engine, text: string): Promise<string> {
  const { id, event, eventId } = JSON.parse(text) as { id: string; event: unknown; eventId: string }
  return JSON.stringify(await engine.send({ id, event, eventId, caller: 'visitor' }))
}

export async function emptyEcho(clients: number, seconds: number): Promise<Measured> {
  const t = initTRPC.create()
  const router = t.router({
    echo: t.procedure
      .input((given) => given as { event: unknown })
      .mutation(({ input }) => ({ outcome: 'accepted', ...input })),
  })
  const app = Fastify()
  await app.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions: { router } })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const body = JSON.stringify({ id: 'c$c', eventId: '$c-$t', event: benchEvent })
  try {
    return await loadFrom({ port, path: '/trpc/echo', clients, seconds, body, tokens: [], expect: 'accepted' })
  } finally {
    await app.close()
  }
}
