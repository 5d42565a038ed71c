/** The inspector's stream: a WebSocket for operators, in the protocol of `@statelyai/inspect`. */
import websocket, { type WebSocket } from '@fastify/websocket'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { beat } from '../inspect/beat.ts'
import { inspect } from '../inspect/inspect.ts'
import { textOf } from './fields.ts'
import type { HttpPorts } from './ports.ts'
import { headersOf } from './web-request.ts'

/** A reader who lets more than this wait is too slow to follow. */
const MOST_WAITING = 8 * 1024 * 1024
/** Close codes of our own (RFC 6455, section 7.4.2: 4000 to 4999), beside that of `beat`. */
const ABSENT = 4404
const TOO_SLOW = 4408

export async function inspectRoutes(app: FastifyInstance, ports: HttpPorts): Promise<void> {
  await app.register(websocket, { options: { maxPayload: 1024 } })
  app.get('/operator/inspect/stream', { websocket: true, preValidation: mustBeOperator }, (socket, request) => {
    void stream(socket, request).catch((error: unknown) => {
      ports.onRequestError(error, 'websocket', '/operator/inspect/stream')
      socket.terminate()
    })
  })

  /** Cookies come with a socket from any page: only a page of ours may open one. */
  async function mustBeOperator(request: FastifyRequest, reply: FastifyReply) {
    const ours = new URL(ports.publicUrl).origin
    if (request.headers.origin !== ours)
      return reply.status(403).send(refusal('origin.refused', 'Open this from the console.'))
    if (!(await ports.operators.from(headersOf(request))))
      return reply.status(401).send(refusal('signed.out', 'Sign in to the console and try again.'))
  }

  async function stream(socket: WebSocket, request: FastifyRequest): Promise<void> {
    const ended = new AbortController()
    const stopBeat = beat(socket, async () => (await ports.operators.from(headersOf(request))) !== null)
    socket.on('close', () => {
      stopBeat()
      ended.abort()
    })
    // nothing is heard from the other side; whatever it says is no reason to fall
    socket.on('error', () => socket.terminate())
    let isThere = false
    for await (const message of inspect(ports.engine, textOf(request.query, 'actor') ?? '', ended.signal)) {
      isThere = true
      socket.send(JSON.stringify(message))
      if (socket.bufferedAmount > MOST_WAITING) return socket.close(TOO_SLOW, 'too slow')
    }
    if (!isThere) socket.close(ABSENT, 'absent')
  }
}

const refusal = (code: string, message: string) => ({ error: { code, message } })
