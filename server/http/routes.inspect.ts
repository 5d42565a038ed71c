/** The inspector's stream: a WebSocket for operators, in the protocol of `@statelyai/inspect`. */
import websocket, { type WebSocket } from '@fastify/websocket'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inspect } from '../inspect/inspect.ts'
import { textOf } from './fields.ts'
import type { HttpPorts } from './ports.ts'
import { headersOf } from './web-request.ts'

/** How often the other side must show that it is there, and the session that it still is one. */
const BEAT_MS = 20_000
/** A reader who lets more than this wait is too slow to follow. */
const MOST_WAITING = 8 * 1024 * 1024
/** Close codes of our own (RFC 6455, section 7.4.2: 4000 to 4999). */
const SIGNED_OUT = 4401
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

/** A socket that does not answer is dead, and one whose session ended is nobody's. Answers with a way to stop. */
function beat(socket: WebSocket, isSignedIn: () => Promise<boolean>): () => void {
  let answered = true
  socket.on('pong', () => {
    answered = true
  })
  const timer = setInterval(() => {
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
    void isSignedIn().then(
      (still) => still || socket.close(SIGNED_OUT, 'signed out'),
      () => socket.terminate(),
    )
  }, BEAT_MS)
  return () => clearInterval(timer)
}
