/** What a change of password is told. None of its states has a screen, so there is no moment to show. */
import { done, failed, type Told } from '../kit/walk.ts'
import type { PasswordInput } from './password.types.ts'

export const input: PasswordInput = {
  changeId: 'pwc_018f2c7d4b1a',
  userId: 'usr_1',
  email: 'mara@fernhill.studio',
  name: 'Mara Lindqvist',
  passwordRef: 'pwd_1',
  keptSession: 'ses_1',
}

export const set = done('setPassword', { set: true })
export const notSet = failed('setPassword', 'order.invalid')
export const told = done('tellPassword', { told: true })
export const notTold = failed('tellPassword', 'mail.refused')
export const retried: Told = { type: 'operator.retried' }
