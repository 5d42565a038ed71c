/**
 * The `Stripe-Signature` header. Written here rather than borrowed from the SDK, so that a test which verifies it with
 * the SDK compares two things.
 *
 * Source: Stripe docs, "Verify webhook signatures manually" (`t=…,v1=HMAC-SHA256(secret, t.payload)`).
 */
import { createHmac } from 'node:crypto'

/** `seconds`: whole seconds since 1970. */
export function signatureHeader(payload: string, secret: string, seconds: number): string {
  const signature = createHmac('sha256', secret).update(`${seconds}.${payload}`, 'utf8').digest('hex')
  return `t=${seconds},v1=${signature}`
}
