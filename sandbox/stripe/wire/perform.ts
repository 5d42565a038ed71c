/** One call of the API, from what was sent to what is answered. Knows no sockets. */
import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import { type Account, API_VERSION } from '../account/account.ts'
import { copyOf } from '../account/copy.ts'
import { invalid, type ProblemBody, StripeProblem } from '../account/problem.ts'
import type { KeptCall } from '../history/history.ts'
import { forBrowser } from '../objects/intent.ts'
import type { Expander } from './expand.ts'
import { type Form, readForm } from './form.ts'
import { type Answer, fingerprintOf, type IdempotencyKeys, type Reservation } from './idempotency.ts'
import { callerOf, secretKeyRequired } from './keys.ts'
import { parse } from './parse.ts'
import { findRoute, type PathParts, type Route } from './route.ts'

export interface Sent {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: string
  readonly body: string
  readonly contentType: string
  readonly authorization: string | null
  readonly idempotencyKey: string | null
}

/** A call that may be carried out. */
export interface Ready {
  readonly reservation: Reservation | null
  /** Carries it out; `times` is two when a fault wants it twice. The answer of the first time. */
  run(times: number): Answer
}

export interface Api {
  readonly account: Account
  readonly routes: readonly Route[]
  readonly keys: IdempotencyKeys
  readonly expander: Expander
  /** Does what is due by now. */
  readonly settle: () => void
  /** Told every call that may change something, after it was carried out and before it is answered. */
  readonly record: (call: KeptCall & { readonly at: number; readonly times: number }) => void
}

/** Throws a `StripeProblem` for what cannot be carried out at all: nothing is kept under its key. */
export function prepare(api: Api, sent: Sent): Ready {
  const { key } = formOf(sent)
  const isSecret = callerOf(sent.authorization, typeof key === 'string' ? key : null) === 'secret'
  const fingerprint = fingerprintOf(sent.path, sent.body)
  const call: KeptCall = { ...sent, isSecret, fingerprint }
  const ready = prepareKept(api, call)
  const run = (times: number) => {
    api.settle()
    const at = api.account.clock.now()
    const answer = ready.run(times)
    if (sent.method !== 'GET') api.record({ ...call, at, times })
    return answer
  }
  return { ...ready, run }
}

/** The same for a call whose caller is known already. */
export function prepareKept(api: Api, sent: KeptCall): Ready {
  const { key: _, ...fields } = formOf(sent)
  const found = findRoute(api.routes, sent.method, sent.path)
  if (!found) throw unknownRoute(sent)
  if (!sent.isSecret && !found.route.publishable) throw secretKeyRequired()
  const params = parse(found.route.schema, fields)
  const isPost = sent.method === 'POST' && sent.idempotencyKey !== null
  const reservation = isPost ? api.keys.reserve(sent.idempotencyKey, sent.fingerprint) : null
  const call: Prepared = { ...found, params, isSecret: sent.isSecret }
  return {
    reservation,
    run: (times) => {
      const answer = execute(api, call, sent.idempotencyKey)
      for (let again = 1; again < times; again += 1) execute(api, call, sent.idempotencyKey)
      reservation?.keep(answer)
      return answer
    },
  }
}

interface Prepared {
  readonly route: Route
  readonly path: PathParts
  readonly params: z.output<z.ZodType>
  readonly isSecret: boolean
}

function execute({ account, expander }: Api, call: Prepared, idempotencyKey: string | null): Answer {
  account.cause = { id: requestId(), idempotency_key: idempotencyKey }
  const { route, path, isSecret } = call
  try {
    const answer = route.answer({ account, path, params: call.params as never, isSecret })
    return { status: 200, body: expander.expand(answer, expandsOf(call.params)) }
  } catch (error) {
    return problemAnswer(error, isSecret)
  } finally {
    account.cause = null
  }
}

const expandsOf = (params: unknown): readonly string[] =>
  typeof params === 'object' && params !== null && 'expand' in params ? ((params.expand ?? []) as string[]) : []

/** What is thrown and is no refusal of Stripe's is a fault of the sandbox, and says so. */
export function problemAnswer(error: unknown, isSecret = true): Answer {
  if (error instanceof StripeProblem)
    return { status: error.status, body: { error: copyOf(isSecret ? error.body : withoutSecrets(error.body)) } }
  const message = `The sandbox failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  return { status: 500, body: { error: { type: 'api_error', message } } }
}

const withoutSecrets = ({ setup_intent: setup, payment_intent: payment, ...body }: ProblemBody): ProblemBody => ({
  ...body,
  ...(setup && { setup_intent: forBrowser(setup) }),
  ...(payment && { payment_intent: forBrowser(payment) }),
})

export const requestId = () => `req_${randomUUID().replaceAll('-', '').slice(0, 14)}`

function formOf({ method, query, body, contentType }: Omit<KeptCall, 'isSecret' | 'fingerprint'>): Form {
  try {
    if (method !== 'POST') return readForm(query)
    return contentType.startsWith('application/json') ? (JSON.parse(body || '{}') as Form) : readForm(body)
  } catch {
    throw invalid('Invalid request body.')
  }
}

const unknownRoute = ({ method, path }: KeptCall) =>
  new StripeProblem(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  })

export const apiHeaders = (idempotencyKey: string | null, isReplay: boolean): Record<string, string> => ({
  'request-id': requestId(),
  'stripe-version': API_VERSION,
  ...(idempotencyKey !== null && { 'idempotency-key': idempotencyKey }),
  ...(isReplay && { 'idempotent-replayed': 'true' }),
})
