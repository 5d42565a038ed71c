/**
 * The account of the person who signed up.
 *
 * Safe to repeat: the account remembers the sign-up that made it, so the same run finds it again. Gives up with
 * `address.taken` when the address belongs to an account of anybody else, `order.invalid` when the password kept for
 * the sign-up is gone.
 */
import { giveUp } from '../effect.ts'
import type { ResourceKind } from '../resource.ts'
import type { Accounts } from './accounts.ts'

export interface AccountResourceParts {
  readonly accounts: Pick<Accounts, 'create' | 'madeBy' | 'removeMadeBy'>
  /** The hash a reference stands for, or null when it has been forgotten. */
  readonly passwordHash: (ref: string) => Promise<string | null>
}

export const accountResource = ({ accounts, passwordHash }: AccountResourceParts): ResourceKind => ({
  async execute({ input: { order } }) {
    const { runId, person, passwordRef } = order
    const hash = await passwordHash(passwordRef)
    if (hash === null) throw giveUp('order.invalid', `The password kept for ${runId} is gone.`)
    const account = await accounts.create({
      onboardingId: runId,
      email: person.email,
      name: person.name,
      passwordHash: hash,
    })
    if (!account) throw giveUp('address.taken', `The address of ${runId} has an account already.`)
    return { output: { userId: account.userId } }
  },

  async probe({ input: { order } }) {
    const account = await accounts.madeBy(order.runId)
    return { output: account ? { found: 'present', facts: { userId: account.userId } } : { found: 'absent' } }
  },

  async verify({ input: { order, facts } }) {
    const account = await accounts.madeBy(order.runId)
    return { output: { sound: account !== null && account.userId === facts['userId'] } }
  },

  async compensate({ input: { order } }) {
    await accounts.removeMadeBy(order.runId)
    return { output: { released: true } }
  },
})
