/**
 * What tests and the product's sandbox page may do to the sandbox. JSON only: a page of another origin cannot send it
 * without being asked first, and nobody answers such a question here.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import { bodyOf, sendJson } from '../wire/body.ts'
import { type Faults, faultSchema } from './faults.ts'
import type { SandboxState } from './state.ts'

export interface Controls {
  readonly faults: Faults
  readonly state: () => SandboxState
  readonly advance: (ms: number) => void
  /** The person answers the bank's question about an intent. Throws a `StripeProblem` when it is not asked. */
  readonly challenge: (intent: string, passed: boolean) => object
}

type Handle = (controls: Controls, body: unknown, url: URL) => object

const clockSchema = z.strictObject({ advanceMs: z.number().int().min(0) })
const challengeSchema = z.strictObject({ intent: z.string(), outcome: z.enum(['complete', 'fail']) })

const handles: Readonly<Record<string, Handle>> = {
  'GET /control/state': ({ state }) => state(),
  'GET /control/faults': ({ faults }) => ({ faults: faults.list() }),
  'POST /control/faults': ({ faults }, body) => ({ id: faults.add(faultSchema.parse(body)) }),
  'DELETE /control/faults': ({ faults }, _body, url) => {
    faults.clear(url.searchParams.get('id') ?? undefined)
    return { faults: faults.list() }
  },
  'POST /control/clock': ({ advance, state }, body) => {
    advance(clockSchema.parse(body).advanceMs)
    return { now: state().now }
  },
  'POST /control/challenge': ({ challenge }, body) => {
    const { intent, outcome } = challengeSchema.parse(body)
    return challenge(intent, outcome === 'complete')
  },
}

export async function control(
  controls: Controls,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const handle = handles[`${request.method} ${url.pathname}`]
  const text = await bodyOf(request)
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false
  if (!handle) sendJson(response, 404, { problem: 'There is no such control.' })
  else if (request.method === 'POST' && !isJson) sendJson(response, 415, { problem: 'Send application/json.' })
  else sendResult(response, () => handle(controls, text === '' ? {} : JSON.parse(text), url))
}

function sendResult(response: ServerResponse, act: () => object): void {
  try {
    sendJson(response, 200, act())
  } catch (error) {
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    sendJson(response, 400, { problem })
  }
}
