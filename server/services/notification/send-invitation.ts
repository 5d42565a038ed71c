/**
 * Mails an invitation, with the link that accepts it; the newest is the only one that works. A reminder mails the newest
 * link once more.
 *
 * Safe to repeat: list entry, link and mail are named by invitation and number. Gives up with `member.exists` and
 * `invitation.exists` where there is no need, with `rate.limited` after five invitations to one address within an hour,
 * and with `mail.refused`; fails with `mail.failed`.
 */
import type { Invited, RemindInvited, SendInvitation } from '../../../machines/invitation/invitation.types.ts'
import type { Invitations } from '../../records/invitations/invitations.ts'
import { Refusal } from '../../records/refusal.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import type { Tokens } from '../../records/tokens/tokens.ts'
import { giveUp, type Perform } from '../effect.ts'
import { post, type PostParts } from './post.ts'
import type { MailProps } from './templates/props.ts'

export interface InvitationMailParts extends PostParts {
  readonly tokens: Pick<Tokens, 'tokenFor' | 'issueAs' | 'revokeAll'>
  readonly tenants: Pick<Tenants, 'get' | 'members'>
  readonly invitations: Pick<Invitations, 'intend'>
  /** Where people reach us; no slash at the end. */
  readonly publicUrl: string
  readonly now: () => number
}

const MAILS_PER_HOUR = 5

export const sendInvitation =
  (parts: InvitationMailParts): Perform<SendInvitation> =>
  async ({ input, identity }) => {
    const { invitationId: subject, tenantId: tenant, worksForMs: lifetimeMs } = input
    await refuseNeedless(parts, input)
    const limit = { kind: 'invitation', most: MAILS_PER_HOUR }
    const props = await propsOf(parts, input, input.number, lifetimeMs)
    await post(parts, { identity, to: input.email, template: 'invitation', props, limit })
    const value = parts.tokens.tokenFor(nameOf(subject, input.number))
    const issue = { purpose: 'invitation', subject, tenant, lifetimeMs, id: identity, value } as const
    const writes = [...parts.tokens.revokeAll(subject, ['invitation'], identity), parts.tokens.issueAs(issue)]
    return { output: { sent: true }, writes }
  }

export const remindInvited =
  (parts: InvitationMailParts): Perform<RemindInvited> =>
  async ({ input, identity }) => {
    const props = { ...(await propsOf(parts, input, input.number, input.leftMs)), isReminder: true }
    await post(parts, { identity, to: input.email, template: 'invitation', props })
    return { output: { sent: true } }
  }

/** What a link is derived from: its reminder arrives at the same one. */
const nameOf = (invitationId: string, number: number) => `invitation/${invitationId}/${number}`

async function refuseNeedless(parts: InvitationMailParts, { invitationId, tenantId, email }: Invited) {
  const members = await parts.tenants.members(tenantId)
  if (members.some((member) => member.email === email))
    throw giveUp('member.exists', `Whom ${invitationId} is for works there already.`)
  try {
    await parts.invitations.intend({ id: invitationId, tenant: tenantId, email })
  } catch (error) {
    throw error instanceof Refusal ? giveUp(error.code, error.message) : error
  }
}

async function propsOf(
  { tenants, tokens, publicUrl: site, now }: InvitationMailParts,
  { invitationId, tenantId, role, inviter }: Invited,
  number: number,
  leftMs: number,
): Promise<MailProps['invitation']> {
  const tenant = await tenants.get(tenantId)
  if (!tenant) throw giveUp('tenant.absent', `There is no tenant ${tenantId} to invite to.`)
  const link = `${site}/invitation?token=${tokens.tokenFor(nameOf(invitationId, number))}`
  return { site, inviter: inviter.name, company: tenant.name, role, link, untilMs: now() + leftMs, isReminder: false }
}
