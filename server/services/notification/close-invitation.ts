/**
 * What ends with an invitation: it stands on no list, its links and a password that waited are gone, and whoever invited
 * hears what became of it, by mail and in the portal.
 *
 * Safe to repeat: mail and notice are named by the invitation. An inviter who left, or whose address takes no mail, keeps
 * nothing open. Fails with `mail.failed`.
 */
import type { CloseInvitation } from '../../../machines/invitation/invitation.types.ts'
import type { Credentials } from '../../records/credentials/credentials.ts'
import type { Invitations } from '../../records/invitations/invitations.ts'
import type { Notices } from '../../records/notices/notices.ts'
import type { Tokens } from '../../records/tokens/tokens.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import { EffectError, type Perform } from '../effect.ts'
import { post, type PostParts } from './post.ts'

export interface CloseInvitationParts extends PostParts {
  readonly invitations: Pick<Invitations, 'close'>
  readonly tokens: Pick<Tokens, 'revokeAll'>
  readonly credentials: Pick<Credentials, 'forget'>
  readonly notices: Pick<Notices, 'add'>
  readonly tenants: Pick<Tenants, 'get' | 'memberOf'>
  readonly publicUrl: string
}

export const closeInvitation =
  (parts: CloseInvitationParts): Perform<{ input: CloseInvitation; output: null }> =>
  async ({ input, identity }) => {
    const { invitationId, tenantId: tenant, email, inviter, outcome, name } = input
    const told = isTold(outcome) ? outcome : null
    if (told) await mail(parts, identity, input, told)
    const notice = { tenant, user: inviter.userId, subject: invitationId, data: { email, name } }
    await parts.invitations.close(invitationId, [
      ...parts.tokens.revokeAll(invitationId, ['invitation']),
      parts.credentials.forget(invitationId),
      ...(told ? [parts.notices.add({ ...notice, template: `invitation.${told}` })] : []),
    ])
    return { output: null }
  }

/** Whoever takes an invitation back knows that already. */
const isTold = (outcome: CloseInvitation['outcome']): outcome is 'accepted' | 'declined' | 'expired' =>
  outcome === 'accepted' || outcome === 'declined' || outcome === 'expired'

async function mail(
  parts: CloseInvitationParts,
  identity: string,
  { tenantId, email, inviter, name }: CloseInvitation,
  outcome: 'accepted' | 'declined' | 'expired',
): Promise<void> {
  const { tenants, publicUrl: site } = parts
  const [tenant, member] = [await tenants.get(tenantId), await tenants.memberOf(tenantId, inviter.userId)]
  if (!tenant || !member) return
  const about = { outcome, inviter: member.name, name, email, company: tenant.name, link: `${site}/portal/team` }
  const reader = { tenant: tenantId, user: member.userId }
  const posted = {
    identity,
    to: member.email,
    template: 'invitationAnswered',
    props: { site, ...about },
    reader,
  } as const
  await post(parts, posted).catch((error: unknown) => {
    if (!(error instanceof EffectError && error.code === 'mail.refused')) throw error
  })
}
