/**
 * What ends with an invitation: it stands on no list, its links and a password that waited are gone, and whoever invited
 * hears in the portal what became of it.
 *
 * Safe to repeat: the notice is named by the invitation.
 */
import type { CloseInvitation } from '../../../machines/invitation/invitation.types.ts'
import type { Credentials } from '../../records/credentials/credentials.ts'
import type { Invitations } from '../../records/invitations/invitations.ts'
import type { Notices } from '../../records/notices/notices.ts'
import type { Tokens } from '../../records/tokens/tokens.ts'
import type { Perform } from '../effect.ts'

export interface CloseInvitationParts {
  readonly invitations: Pick<Invitations, 'close'>
  readonly tokens: Pick<Tokens, 'revokeAll'>
  readonly credentials: Pick<Credentials, 'forget'>
  readonly notices: Pick<Notices, 'add'>
}

/** Whoever takes an invitation back knows that already. */
const told: readonly CloseInvitation['outcome'][] = ['accepted', 'declined', 'expired']

export const closeInvitation =
  (parts: CloseInvitationParts): Perform<{ input: CloseInvitation; output: null }> =>
  async ({ input: { invitationId, tenantId: tenant, email, inviter, outcome, name } }) => {
    const notice = { tenant, user: inviter.userId, subject: invitationId, data: { email, name } }
    await parts.invitations.close(invitationId, [
      ...parts.tokens.revokeAll(invitationId, ['invitation']),
      parts.credentials.forget(invitationId),
      ...(told.includes(outcome) ? [parts.notices.add({ ...notice, template: `invitation.${outcome}` })] : []),
    ])
    return { output: null }
  }
