/** Calls of the sandbox from the browser, with the publishable key. Errors have Stripe.js's shape. */
import type { StripeError } from '@stripe/stripe-js'

export interface BrowserApi {
  readonly base: string
  readonly key: string
}

export type Answer<T> = { readonly value: T; readonly error?: undefined } | { readonly error: StripeError }

const TRIES = 3
const PAUSE_MS = 250

/** Tries again under the same key when the connection is cut: what was done already is answered, not done again. */
export async function call<T>(
  api: BrowserApi,
  method: 'GET' | 'POST',
  path: string,
  fields: Record<string, string> = {},
): Promise<Answer<T>> {
  const idempotencyKey = crypto.randomUUID()
  for (let tries = 1; ; tries += 1) {
    try {
      return await once<T>(api, { method, path, fields, idempotencyKey })
    } catch (error) {
      if (tries === TRIES) return { error: connectionError(error) }
      await new Promise((done) => setTimeout(done, PAUSE_MS))
    }
  }
}

interface Request {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly fields: Record<string, string>
  readonly idempotencyKey: string
}

/** Throws what `fetch` throws, and for an answer that is no JSON. */
async function once<T>(
  { base, key }: BrowserApi,
  { method, path, fields, idempotencyKey }: Request,
): Promise<Answer<T>> {
  const form = new URLSearchParams(fields)
  const isPost = method === 'POST'
  const answer = await fetch(`${base}${path}${isPost ? '' : `?${form.toString()}`}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      accept: 'application/json',
      ...(isPost && { 'idempotency-key': idempotencyKey }),
    },
    body: isPost ? form : null,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
  const body = (await answer.json()) as T & { error?: StripeError }
  return body.error ? { error: body.error } : { value: body }
}

const connectionError = (cause: unknown): StripeError => ({
  type: 'api_connection_error',
  message: `The connection to the payment service failed: ${String(cause)}`,
})

/** Throws an `IntegrationError`, as Stripe.js does, for what only a programmer can put right. */
export function integrationError(message: string): Error {
  return Object.assign(new Error(message), { name: 'IntegrationError' })
}
