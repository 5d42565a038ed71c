/** One call over the wire, with whatever fault was asked for. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { StripeProblem } from '../account/problem.ts'
import type { CallFault, Faults } from '../control/faults.ts'
import { bodyOf, crossOrigin, sendJson } from './body.ts'
import type { Answer } from './idempotency.ts'
import { type Api, apiHeaders, prepare, problemAnswer, type Ready, type Sent } from './perform.ts'

/** A call as the sandbox's page and tests see it afterwards. */
export interface Logged {
  readonly method: string
  readonly path: string
  /** 0 when the connection was cut. */
  readonly status: number
  readonly idempotencyKey: string | null
  readonly replayed: boolean
  readonly fault: CallFault['kind'] | null
}

export interface Exchange {
  readonly api: Api
  readonly faults: Faults
  readonly log: (call: Logged) => void
}

export async function exchange(
  parts: Exchange,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const sent = await sentIn(request, url)
  const fault = parts.faults.forCall(sent.method, sent.path)
  const outcome = await answerTo(parts, sent, fault)
  const { answer, replayed } = outcome
  const isCut = answer === 'cut'
  const { method, path, idempotencyKey } = sent
  const status = isCut ? 0 : answer === 'html' ? (fault?.status ?? 502) : answer.status
  parts.log({ method, path, status, idempotencyKey, replayed, fault: fault?.kind ?? null })
  if (isCut) request.socket.destroy()
  else if (answer === 'html') sendErrorPage(response, status)
  else if (fault?.kind === 'wrong-json') sendHalf(response, answer)
  else sendJson(response, status, answer.body, { ...crossOrigin, ...apiHeaders(idempotencyKey, replayed) })
}

interface Outcome {
  readonly answer: Answer | 'cut' | 'html'
  readonly replayed: boolean
}
const first = (answer: Outcome['answer']): Outcome => ({ answer, replayed: false })

async function answerTo(parts: Exchange, sent: Sent, fault: CallFault | null): Promise<Outcome> {
  let ready: Ready | null = null
  try {
    if (fault?.kind === 'cut-before') return first('cut')
    if (fault?.kind === 'html') return first('html')
    if (fault?.kind === 'error') throw errorOf(fault.status ?? 500)
    ready = prepare(parts.api, sent)
    const isCut = fault?.kind === 'cut-after'
    if (ready.reservation?.replay) return { answer: isCut ? 'cut' : ready.reservation.replay, replayed: true }
    // the key is held meanwhile: the same call again is told that this one is under way
    if (fault?.kind === 'hang') await wait(fault.ms ?? 1000)
    const answer = ready.run(fault?.kind === 'twice' ? 2 : 1)
    return first(isCut ? 'cut' : answer)
  } catch (error) {
    return first(problemAnswer(error))
  } finally {
    ready?.reservation?.release()
  }
}

async function sentIn(request: IncomingMessage, url: URL): Promise<Sent> {
  const header = (name: string) => request.headers[name]?.toString() ?? null
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.search,
    body: await bodyOf(request),
    contentType: header('content-type') ?? '',
    authorization: header('authorization'),
    idempotencyKey: header('idempotency-key'),
  }
}

/** Source: Stripe docs, "Rate limits", "Advanced error handling". */
const errorOf = (status: number) =>
  status === 429
    ? new StripeProblem(429, {
        type: 'rate_limit_error',
        code: 'rate_limit',
        message: 'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
      })
    : new StripeProblem(status, { type: 'api_error', message: 'An unknown error occurred' })

function sendErrorPage(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html' })
  response.end(
    `<html><head><title>${status} Bad Gateway</title></head><body><h1>${status} Bad Gateway</h1></body></html>`,
  )
}

function sendHalf(response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', ...crossOrigin })
  response.end(text.slice(0, Math.floor(text.length / 2)))
}
