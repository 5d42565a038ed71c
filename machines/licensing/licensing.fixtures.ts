/** What the change of a licence is told. None of its states has a screen: the team's page shows where one stands. */
import { done, failed, type Told } from '../kit/walk.ts'
import type { LicensingInput } from './licensing.types.ts'

export const input: LicensingInput = {
  changeId: 'lic_018f2c7d4b1a',
  tenantId: 'ten_018f2c7d4b1a',
  userId: 'usr_2',
  licence: 'agents',
  change: 'give',
}
export const backInput: LicensingInput = { ...input, change: 'take' }

export const given = done('giveLicence', { held: true })
export const notGiven = failed('giveLicence', 'workspace.absent')
export const taken = done('takeLicence', { held: false })
export const notTaken = failed('takeLicence', 'workspace.absent')
export const retried: Told = { type: 'operator.retried' }
