/** What a clean-up asks for. The body stands in `server/services/cleaning/`. */
import { effect } from '../kit/effect.ts'
import type { Clean } from './cleaning.types.ts'

export const clean = effect<Clean['input'], Clean['output']>({
  identity: ({ closingId, step }) => `clean/${closingId}/${step}`,
  attempts: 3,
  backoffMs: 1000,
  deadlineMs: 120_000,
})
