/**
 * Gives somebody the password that was kept for them, and ends every session but the one that asked.
 *
 * Safe to repeat: the same hash is set again, and sessions that are gone stay gone. Gives up with `order.invalid` when the
 * hash is gone.
 */
import type { SetPassword } from '../../../machines/password/password.types.ts'
import type { Credentials } from '../../records/credentials/credentials.ts'
import { giveUp, type Perform } from '../effect.ts'
import type { Accounts } from './accounts.ts'
import type { OwnSessions } from './own-sessions.ts'

export interface ChangePasswordParts {
  readonly accounts: Pick<Accounts, 'setPassword'>
  readonly sessions: Pick<OwnSessions, 'endOthers'>
  readonly credentials: Pick<Credentials, 'read' | 'forget'>
}

export const setPassword =
  ({ accounts, sessions, credentials }: ChangePasswordParts): Perform<SetPassword> =>
  async ({ input: { changeId, userId, passwordRef, keptSession } }) => {
    const hash = await credentials.read(passwordRef)
    if (hash === null) throw giveUp('order.invalid', `The password kept for ${changeId} is gone.`)
    await accounts.setPassword(userId, hash)
    await sessions.endOthers(userId, keptSession)
    return { output: { set: true }, writes: [credentials.forget(changeId)] }
  }
