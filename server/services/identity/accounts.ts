/** Accounts, as the rest of the server asks for them. */
import type { Auth } from './auth.ts'
import type { Endings } from './endings.ts'
import { verifyPassword } from './password.ts'

export interface Account {
  readonly userId: string
  readonly email: string
  readonly name: string
}
export interface NewAccount {
  /** The sign-up, or the invitation, that makes it. */
  readonly onboardingId: string
  readonly email: string
  readonly name: string
  readonly passwordHash: string
}
export interface Accounts {
  byEmail(email: string): Promise<Account | null>
  exists(userId: string): Promise<boolean>
  /** The account a sign-up made, or null: one without its password is not made yet. */
  madeBy(onboardingId: string): Promise<Account | null>
  /** Makes the account, or finds the one this sign-up made before. Null when the address is another's. */
  create(account: NewAccount): Promise<Account | null>
  /** Deletes what a sign-up made, sessions included. Nothing made is nothing to do. */
  removeMadeBy(onboardingId: string): Promise<void>
  /** Ends every session of somebody, wherever they are signed in. */
  endSessions(userId: string): Promise<void>
  /** Deletes an account with its sessions. One that is gone stays gone. */
  remove(userId: string): Promise<void>
  /** Whether it is that person's password. */
  hasPassword(userId: string, password: string): Promise<boolean>
  /** By its hash. Somebody who is gone gets none. */
  setPassword(userId: string, passwordHash: string): Promise<void>
  rename(userId: string, name: string): Promise<void>
}

interface UserRow extends Record<string, unknown> {
  id: string
  email: string
  name: string
  onboardingId: string | null
}

export async function accounts(auth: Auth, { ended }: Pick<Endings, 'ended'>): Promise<Accounts> {
  const { adapter, internalAdapter } = await auth.$context
  const find = (field: 'email' | 'onboardingId', value: string) =>
    adapter.findOne<UserRow>({ model: 'user', where: [{ field, value }] })
  const byEmail = (email: string) => find('email', email.toLowerCase())

  /** Somebody may have taken the address since we looked: the constraint says so, and we look again. */
  async function findOrMake({ onboardingId, email, name }: NewAccount): Promise<UserRow> {
    const found = await byEmail(email)
    if (found) return found
    try {
      await internalAdapter.createUser({ email, name, emailVerified: true, onboardingId }, { method: 'email-password' })
    } catch (error) {
      if (!(await byEmail(email))) throw error
    }
    return (await byEmail(email))!
  }

  return {
    exists: async (userId) => (await internalAdapter.findUserById(userId)) !== null,
    byEmail: async (email) => toAccount(await byEmail(email)),
    async madeBy(onboardingId) {
      const user = await find('onboardingId', onboardingId)
      return user && (await internalAdapter.findCredentialAccount(user.id)) ? toAccount(user) : null
    },
    async create(account) {
      const user = await findOrMake(account)
      if (user.onboardingId !== account.onboardingId) return null
      // a crash between the two leaves a user without a password: the next attempt gives it one
      if (!(await internalAdapter.findCredentialAccount(user.id)))
        await internalAdapter.linkAccount({
          userId: user.id,
          providerId: 'credential',
          accountId: user.id,
          password: account.passwordHash,
        })
      return toAccount(user)
    },
    async removeMadeBy(onboardingId) {
      const user = await find('onboardingId', onboardingId)
      if (user) await internalAdapter.deleteUser(user.id)
    },
    async endSessions(userId) {
      await internalAdapter.deleteUserSessions(userId)
      ended(userId)
    },
    async remove(userId) {
      await internalAdapter.deleteUser(userId)
      ended(userId)
    },
    async hasPassword(userId, password) {
      const hash = (await internalAdapter.findCredentialAccount(userId))?.password
      return hash ? verifyPassword({ hash, password }) : false
    },
    setPassword: (userId, passwordHash) => internalAdapter.updatePassword(userId, passwordHash),
    async rename(userId, name) {
      await internalAdapter.updateUser(userId, { name })
    },
  }
}

const toAccount = (user: UserRow | null): Account | null =>
  user && { userId: user.id, email: user.email, name: user.name }
