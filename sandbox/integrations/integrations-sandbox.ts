/**
 * Stand-ins for the companies a workspace can be connected to: GitHub, Anthropic, npm and Open VSX, as far as we call them.
 * They answer beside Stripe's, at the same address; where Stripe is the real one, at an address of their own.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type CallFault, Faults } from '../stripe/control/faults.ts'
import { bodyOf, sendJson, sendPage } from '../stripe/wire/body.ts'
import { github, githubApi } from './github.ts'
import { anthropic, npm, openvsx } from './keyed.ts'
import { type KeyKind, memory } from './memory.ts'
import { type Place, prefixes } from './places.ts'
import type { Call, Reply } from './reply.ts'

export interface IntegrationsOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Where GitHub's sends people back to. */
  readonly redirectUri: string
  /** Where it keeps what it remembers; its folder has to exist. None without it. */
  readonly file?: string | null
}

export type IntegrationsSandbox = ReturnType<typeof integrationsSandbox>

export function integrationsSandbox({ now, redirectUri, file = null }: IntegrationsOptions) {
  const remembered = memory({ now, file })
  const parts = { memory: remembered, redirectUri }
  const places: Record<Place, (call: Call) => Reply> = {
    github: (call) => github(parts, call),
    githubApi: (call) => githubApi(parts, call),
    anthropic: (call) => anthropic(remembered, call),
    npm: (call) => npm(remembered, call),
    openvsx: (call) => openvsx(remembered, call),
  }

  /** False when the call is for none of them. */
  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    faults: Faults,
  ): Promise<boolean> {
    const place = placeOf(url.pathname)
    if (!place) return false
    const call: Call = {
      method: request.method ?? 'GET',
      path: url.pathname.slice(prefixes[place].length),
      query: url.searchParams,
      body: await bodyOf(request),
      headers: request.headers,
    }
    const fault = faults.forCall(call.method, url.pathname)
    if (fault && (await isDone(fault, request, response))) return true
    const reply = places[place](call)
    if (fault?.kind === 'cut-after') request.socket.destroy()
    else send(response, reply)
    return true
  }

  return {
    answer,
    /** What a person at the company could have done. */
    revoke: (kind: KeyKind | 'github') =>
      kind === 'github' ? remembered.dropTokens() : remembered.setRevoked(kind, true),
    restore: (kind: KeyKind) => remembered.setRevoked(kind, false),
    isRevoked: remembered.isRevoked,
    /** How many tokens of GitHub's work. */
    tokens: remembered.tokens,
  }
}

/** An address of their own. Rejects when the port is taken. */
export async function listenAlone(sandbox: IntegrationsSandbox, port: number, host = '127.0.0.1') {
  const faults = new Faults()
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://sandbox.invalid')
    sandbox.answer(request, response, url, faults).then(
      (isOurs) => isOurs || sendJson(response, 404, { problem: 'There is nothing at this address.' }),
      () => response.destroy(),
    )
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, done)
  })
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const placeOf = (path: string): Place | null =>
  (Object.keys(prefixes) as Place[]).find((place) => path.startsWith(`${prefixes[place]}/`)) ?? null

/** Lets a fault happen. True when nothing is left to answer. */
async function isDone({ kind, status, ms }: CallFault, request: IncomingMessage, response: ServerResponse) {
  if (kind === 'cut-before') request.socket.destroy()
  else if (kind === 'error') sendJson(response, status ?? 500, { message: 'A fault that was asked for.' })
  else if (kind === 'html')
    response.writeHead(status ?? 502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>')
  else if (kind === 'wrong-json') response.writeHead(200, { 'content-type': 'application/json' }).end('{"data": [')
  else {
    if (kind === 'hang') await wait(ms ?? 1000)
    return false
  }
  return true
}

function send(response: ServerResponse, reply: Reply): void {
  if ('goTo' in reply) response.writeHead(303, { location: reply.goTo, 'referrer-policy': 'no-referrer' }).end()
  else if ('page' in reply) sendPage(response, reply.status, reply.page)
  else if (reply.json) sendJson(response, reply.status, reply.json, reply.headers)
  else response.writeHead(reply.status).end()
}
