/**
 * Who calls: our server with the secret key, or a browser with the publishable one.
 *
 * Source: Stripe docs, "API keys".
 */
import { timingSafeEqual } from 'node:crypto'
import { StripeProblem } from '../account/problem.ts'

export const SECRET_KEY = 'sk_test_sandbox'
export const PUBLISHABLE_KEY = 'pk_test_sandbox'

export type Caller = 'secret' | 'publishable'

const isSame = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** `authorization`: the header, or null. A browser may send its key as the form field `key` instead. */
export function callerOf(authorization: string | null, field: string | null): Caller {
  const key = keyIn(authorization) ?? field
  if (key === null)
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    )
  if (isSame(key, SECRET_KEY)) return 'secret'
  if (isSame(key, PUBLISHABLE_KEY)) return 'publishable'
  throw unauthorized(`Invalid API Key provided: ${masked(key)}`)
}

function keyIn(authorization: string | null): string | null {
  const [scheme, value = ''] = authorization?.split(' ') ?? []
  if (scheme === 'Bearer') return value
  return scheme === 'Basic' ? (Buffer.from(value, 'base64').toString().split(':')[0] ?? null) : null
}

const masked = (key: string) => (key.length < 12 ? '*'.repeat(key.length) : `${key.slice(0, 8)}****${key.slice(-4)}`)

const unauthorized = (message: string) => new StripeProblem(401, { type: 'invalid_request_error', message })

export const secretKeyRequired = () =>
  new StripeProblem(401, {
    type: 'invalid_request_error',
    code: 'secret_key_required',
    message: 'This API call cannot be made with a publishable API key. Please use a secret API key.',
  })
