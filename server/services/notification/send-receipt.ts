/**
 * Tells the owner of a workspace what was paid: by mail, and in the portal.
 *
 * Safe to repeat: mail and notice are named by the invoice, so there is one of each however many events tell of it. A
 * reader the mail server does not know still finds the notice. Fails with `mail.failed` and `payment.unreachable`.
 */
import type { SendReceipt } from '../../../machines/webhook/webhook.types.ts'
import type { Money } from '../../../machines/vocabulary/plans.ts'
import type { NewNotice, Notices } from '../../records/notices/notices.ts'
import type { Member, Tenant, Tenants } from '../../records/tenants/tenants.ts'
import { EffectError, type Perform } from '../effect.ts'
import { post, type PostParts } from './post.ts'

/** An invoice, as far as a receipt tells of it. Times in milliseconds since 1970. */
export interface PaidInvoice {
  readonly number: string | null
  readonly total: Money
  readonly paidMinor: number
  readonly refundedMinor: number
  readonly createdAt: number
  readonly paidAt: number | null
  readonly seats: number
  readonly period: { readonly fromMs: number; readonly toMs: number } | null
  readonly card: { readonly brand: string; readonly last4: string } | null
  readonly hostedUrl: string | null
  readonly pdfUrl: string | null
}

export interface ReceiptParts extends PostParts {
  readonly notices: Pick<Notices, 'add'>
  readonly tenants: Pick<Tenants, 'get' | 'members'>
  /** Reads an invoice at the provider; null when there is none. */
  readonly invoice: (id: string, signal: AbortSignal) => Promise<PaidInvoice | null>
  readonly publicUrl: string
}

export const sendReceipt =
  (parts: ReceiptParts): Perform<SendReceipt> =>
  async ({ input: { invoiceId, tenantId }, identity, signal }) => {
    const invoice = await parts.invoice(invoiceId, signal)
    if (!invoice || invoice.refundedMinor >= invoice.paidMinor) return { output: { state: 'not needed' } }
    const tenant = await parts.tenants.get(tenantId)
    const owner = (await parts.tenants.members(tenantId)).find(({ role }) => role === 'owner')
    if (!tenant || tenant.readyAt === null || !owner) return { output: { state: 'no owner' } }

    await mail(parts, identity, { invoice, tenant, owner, number: invoice.number ?? invoiceId })
    return { output: { state: 'sent' }, writes: [parts.notices.add(noticeOf(invoiceId, invoice, tenant, owner))] }
  }

interface Told {
  readonly invoice: PaidInvoice
  readonly tenant: Tenant
  readonly owner: Member
  readonly number: string
}

async function mail(parts: ReceiptParts, identity: string, { invoice, tenant, owner, number }: Told): Promise<void> {
  const { seats, period, card, hostedUrl, pdfUrl } = invoice
  const props = {
    site: parts.publicUrl,
    name: owner.name,
    company: tenant.name,
    planName: tenant.planName,
    number,
    seats,
    period,
    amount: paidOf(invoice),
    paidAtMs: invoice.paidAt ?? invoice.createdAt,
    card,
    link: hostedUrl,
    pdfLink: pdfUrl,
  }
  try {
    await post(parts, { identity, to: owner.email, template: 'receipt', props })
  } catch (error) {
    if (!(error instanceof EffectError && error.code === 'mail.refused')) throw error
  }
}

const paidOf = ({ paidMinor, total }: PaidInvoice): Money => ({ amountMinor: paidMinor, currency: total.currency })

const noticeOf = (invoiceId: string, invoice: PaidInvoice, tenant: Tenant, owner: Member): NewNotice => ({
  tenant: tenant.id,
  user: owner.userId,
  template: 'receipt',
  subject: invoiceId,
  data: {
    number: invoice.number ?? invoiceId,
    planName: tenant.planName,
    amountMinor: String(invoice.paidMinor),
    currency: invoice.total.currency,
  },
})
