/**
 * Tells the people who may pay for a workspace that money is owed, and thanks them when it is not any more: by mail, and in
 * the portal.
 *
 * Safe to repeat: each mail and notice is named by the account, the time it owed, the step and the reader. A reader the mail
 * server does not know still finds the notice. Gives up with `members.none`; fails with `mail.failed`.
 */
import type { AccountInput, SendDunning, SendRecovery } from '../../../machines/account/account.types.ts'
import { may } from '../../../machines/vocabulary/permissions.ts'
import type { NewNotice, Notices } from '../../records/notices/notices.ts'
import type { Member, Tenant, Tenants } from '../../records/tenants/tenants.ts'
import { EffectError, giveUp, type Perform } from '../effect.ts'
import { post, type Posted, type PostParts } from './post.ts'

export interface DunningParts extends PostParts {
  readonly notices: Pick<Notices, 'add'>
  readonly tenants: Pick<Tenants, 'get' | 'members'>
  readonly publicUrl: string
  readonly now: () => number
}

export const sendDunning =
  (parts: DunningParts): Perform<SendDunning> =>
  async ({ input, identity }) => {
    const { step, debt, nextStepMs, episode } = input
    const { tenant, payers } = await readersOf(parts, input)
    const at = parts.now()
    const nextAtMs = nextStepMs === null ? null : at + nextStepMs
    const { number, owed: amount, card, payUrl: payLink } = debt
    const words = { step, amount, number: number ?? debt.invoiceId, card, payLink, nextAtMs }
    for (const payer of payers) {
      const props = { ...sentTo(parts, tenant, payer), ...words }
      await mail(parts, { identity: `${identity}/${payer.userId}`, to: payer.email, template: 'dunning', props })
    }
    const data = { step, amountMinor: String(amount.amountMinor), currency: amount.currency, nextAt: isoOf(nextAtMs) }
    const notice = { template: 'dunning' as const, subject: `${episode}/${step}`, data }
    return { output: { at }, writes: payers.map((payer) => parts.notices.add(noticeTo(payer, notice))) }
  }

export const sendRecovery =
  (parts: DunningParts): Perform<SendRecovery> =>
  async ({ input, identity }) => {
    const { tenant, payers } = await readersOf(parts, input)
    for (const payer of payers) {
      const props = { ...sentTo(parts, tenant, payer), wasClosed: input.wasClosed }
      await mail(parts, { identity: `${identity}/${payer.userId}`, to: payer.email, template: 'recovered', props })
    }
    const notice = { template: 'recovered' as const, subject: String(input.episode), data: { company: tenant.name } }
    return { output: { sent: true }, writes: payers.map((payer) => parts.notices.add(noticeTo(payer, notice))) }
  }

/** Whoever could do something about it. Without one, nothing was told to anybody, and nothing may follow. */
async function readersOf({ tenants }: DunningParts, { tenantId }: AccountInput) {
  const [tenant, members] = await Promise.all([tenants.get(tenantId), tenants.members(tenantId)])
  const payers = members.filter(({ role }) => may(role, 'billing.manage'))
  if (!tenant || payers.length === 0) throw giveUp('members.none', `Nobody in ${tenantId} could pay for it.`)
  return { tenant, payers }
}

const sentTo = ({ publicUrl: site }: DunningParts, { name: company }: Tenant, { name }: Member) => ({
  site,
  name,
  company,
  link: `${site}/portal/billing`,
})

const noticeTo = ({ tenant, userId }: Member, notice: Pick<NewNotice, 'template' | 'subject' | 'data'>): NewNotice => ({
  tenant,
  user: userId,
  ...notice,
})

const isoOf = (at: number | null) => (at === null ? '' : new Date(at).toISOString())

async function mail<Template extends 'dunning' | 'recovered'>(
  parts: DunningParts,
  posted: Posted<Template>,
): Promise<void> {
  await post(parts, posted).catch((error: unknown) => {
    if (!(error instanceof EffectError && error.code === 'mail.refused')) throw error
  })
}
