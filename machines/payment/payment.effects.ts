/** What a payment asks for. The bodies stand in `server/services/billing/`. */
import { effect } from '../kit/effect.ts'
import type { CloseSetup, OpenSetup, ReadSetup, ReadSubscription, Subscribe } from './payment.types.ts'

export const openSetup = effect<OpenSetup['input'], OpenSetup['output']>({
  identity: ({ paymentId, attempt }) => `setup/${paymentId}/${attempt}`,
  attempts: 4,
})
export const readSetup = effect<ReadSetup['input'], ReadSetup['output']>({
  identity: ({ setupIntentId }) => `read/${setupIntentId}`,
  attempts: 6,
  maxBackoffMs: 8000,
})
/** The identity goes to the provider as its idempotency key: one attempt can never make two subscriptions. */
export const subscribe = effect<Subscribe['input'], Subscribe['output']>({
  identity: ({ paymentId, attempt }) => `subscription/${paymentId}/${attempt}`,
  attempts: 6,
  maxBackoffMs: 8000,
})
export const readSubscription = effect<ReadSubscription['input'], ReadSubscription['output']>({
  identity: ({ subscriptionId }) => `read/${subscriptionId}`,
  attempts: 6,
  maxBackoffMs: 8000,
})
export const closeSetup = effect<CloseSetup['input'], CloseSetup['output']>({
  identity: ({ paymentId }) => `close/${paymentId}`,
  attempts: 5,
})
