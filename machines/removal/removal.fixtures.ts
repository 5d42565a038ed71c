/** What the end of a membership is told. None of its states has a screen, so there is no moment to show. */
import { done, failed, type Told } from '../kit/walk.ts'
import type { RemovalInput } from './removal.types.ts'

export const input: RemovalInput = {
  removalId: 'rem_018f2c7d4b1a',
  tenantId: 'ten_018f2c7d4b1a',
  userId: 'usr_2',
  email: 'ana@fernhill.studio',
  name: 'Ana Reis',
  by: { userId: 'usr_1', name: 'Mara Lindqvist' },
}

export const taken = done('takeAccess', { taken: true })
export const notTaken = failed('takeAccess', 'workspace.absent')
export const told = done('tellRemoved', { told: true })
export const notTold = failed('tellRemoved', 'mail.refused')
export const retried: Told = { type: 'operator.retried' }
