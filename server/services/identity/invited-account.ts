/**
 * An account for somebody who accepted an invitation; the mailed link has proved the address.
 *
 * Safe to repeat: the account remembers the invitation that made it. Gives up with `address.taken` when the address has
 * got an account in another way, and with `order.invalid` when the password kept for it is gone.
 */
import type { MakeAccount } from '../../../machines/invitation/invitation.types.ts'
import type { Credentials } from '../../records/credentials/credentials.ts'
import { giveUp, type Perform } from '../effect.ts'
import type { Accounts } from './accounts.ts'

export interface InvitedAccountParts {
  readonly accounts: Pick<Accounts, 'create'>
  readonly credentials: Pick<Credentials, 'read' | 'forget'>
}

export const makeAccount =
  ({ accounts, credentials }: InvitedAccountParts): Perform<MakeAccount> =>
  async ({ input: { invitationId, email, name, passwordRef } }) => {
    const passwordHash = await credentials.read(passwordRef)
    if (passwordHash === null) throw giveUp('order.invalid', `The password kept for ${invitationId} is gone.`)
    const account = await accounts.create({ onboardingId: invitationId, email, name, passwordHash })
    if (!account) throw giveUp('address.taken', `The address of ${invitationId} has an account already.`)
    return { output: { userId: account.userId }, writes: [credentials.forget(invitationId)] }
  }
