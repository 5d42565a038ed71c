/** What an inbox entry is told. None of its states has a screen, so there is no moment to show. */
import { done, failed, type Told } from '../kit/walk.ts'
import type { WebhookInput } from './webhook.types.ts'

export const input: WebhookInput = {
  eventId: 'evt_1',
  type: 'invoice.paid',
  objectKind: 'invoice',
  objectId: 'in_1',
  livemode: false,
  createdAt: 1_795_430_400_000,
  apiVersion: '2026-10-28.endive',
}
export const receipt = { invoiceId: 'in_1', tenantId: 'ten_1' }

export const applied = done('applyEvent', { state: 'applied', receipt: null })
export const paid = done('applyEvent', { state: 'applied', receipt })
export const superseded = done('applyEvent', { state: 'superseded' })
export const unclaimed = done('applyEvent', { state: 'unclaimed' })
export const ignored = done('applyEvent', { state: 'ignored', reason: 'object.gone' })
export const notApplied = failed('applyEvent', 'payment.unreachable')
export const receiptIs = (state: 'sent' | 'no owner' | 'not needed') => done('sendReceipt', { state })
export const notSent = failed('sendReceipt', 'mail.failed')
export const retried: Told = { type: 'operator.retried' }
