/** Whether somebody who is signed in knows their password: an unlocked screen is no way to guess at it. */
import type { Accounts } from './accounts.ts'
import { tries } from './tries.ts'

export type PasswordCheck = (userId: string, password: string) => Promise<'right' | 'wrong' | 'limited'>

const MOST = 10
const WINDOW_MS = 15 * 60_000

export function passwordCheck({ hasPassword }: Pick<Accounts, 'hasPassword'>): PasswordCheck {
  const tried = tries(WINDOW_MS)
  return async (userId, password) => {
    if (tried.count(userId, Date.now()) > MOST) return 'limited'
    return (await hasPassword(userId, password)) ? 'right' : 'wrong'
  }
}
