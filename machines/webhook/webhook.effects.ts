/** What an inbox entry asks for. The bodies stand in `server/services/billing/` and `server/services/notification/`. */
import { effect } from '../kit/effect.ts'
import type { ApplyEvent, SendReceipt } from './webhook.types.ts'

const HOUR_MS = 3_600_000

/** Tried for about an hour and a half: longer than the provider is usually away. */
export const applyEvent = effect<ApplyEvent['input'], ApplyEvent['output']>({
  identity: ({ eventId }) => `webhook/${eventId}`,
  attempts: 15,
  maxBackoffMs: HOUR_MS,
})
/** Named by the invoice: however many events tell of it, it is one receipt. */
export const sendReceipt = effect<SendReceipt['input'], SendReceipt['output']>({
  identity: ({ invoiceId }) => `receipt/${invoiceId}`,
  attempts: 15,
  maxBackoffMs: HOUR_MS,
})
