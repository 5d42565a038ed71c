/**
 * A seat for whoever accepted an invitation: the member and the count in one commit, while whoever invited may still
 * hand on that role.
 *
 * Safe to repeat: somebody who is a member already is left as they are. Refused with `seats.full` and `inviter.gone`;
 * gives up with `order.invalid` when the address is not that account's.
 */
import type { TakeSeat } from '../../../machines/invitation/invitation.types.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import { giveUp, type Perform } from '../effect.ts'

export interface TakeSeatParts {
  readonly tenants: Pick<Tenants, 'memberOf' | 'stillInvites' | 'addMember'>
  readonly accountOf: (email: string) => Promise<{ readonly userId: string; readonly name: string } | null>
}

export const takeSeat =
  ({ tenants, accountOf }: TakeSeatParts): Perform<TakeSeat> =>
  async ({ input: { invitationId, tenantId: tenant, userId, email, role, inviter } }) => {
    if (await tenants.memberOf(tenant, userId)) return { output: { taken: false } }
    const account = await accountOf(email)
    if (account?.userId !== userId)
      throw giveUp('order.invalid', `Whoever accepted ${invitationId} does not have its address.`)
    const member = { tenant, userId, email, name: account.name, role, occupation: 'other' } as const
    const writes = [...tenants.stillInvites(tenant, inviter.userId, role), ...tenants.addMember(member)]
    return { output: { taken: true }, writes }
  }
