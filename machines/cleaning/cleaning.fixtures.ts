/** What a clean-up is told, for tests and pictures. */
import { done, failed, type Told } from '../kit/walk.ts'
import { type CleaningInput, cleanKeys } from './cleaning.types.ts'

export const input: CleaningInput = { closingId: 'off_018f2c7d4b1a', tenantId: 'ten_018f2c7d4b1a' }

const at = 1_800_144_000_000
export const gone: Told = done('clean', { count: 1, at, retained: null })
export const keptByLaw: Told = done('clean', {
  count: 2,
  at,
  retained: { count: 2, basis: '§ 147 AO, § 14b UStG', until: 2_051_179_200_000 },
})
export const notGone = (code = 'unknown'): Told => failed('clean', code)
export const retried: Told = { type: 'operator.retried' }
export const allGone: readonly Told[] = cleanKeys.map((key) => (key === 'invoices' ? keptByLaw : gone))
