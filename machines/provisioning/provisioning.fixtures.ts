/** What provisioning is told and told back, for tests and pictures. */
import { done, failed, type Told } from '../kit/walk.ts'
import type { ProvisioningInput } from './provisioning.types.ts'

export const order: ProvisioningInput = {
  runId: 'onb_018f2c7d4b1a',
  tenantId: 'ten_018f2c7d4b1a',
  company: 'Fernhill Studio',
  person: { email: 'mara@fernhill.studio', name: 'Mara Lindqvist', role: 'developer', locale: 'en' },
  passwordRef: 'cred_1',
  plan: {
    key: 'free',
    name: 'Free',
    seats: 2,
    limits: { seats: 2, projects: 3, requestsPerMonth: 10_000, storageBytes: 1_000_000_000 },
  },
  catalogueVersion: '1',
}

export const executed = (facts: Record<string, string> = {}): Told => done('executeStep', facts)
export const notExecuted = (code: string): Told => failed('executeStep', code)
export const sound = done('verifyStep', { sound: true })
export const unsound = done('verifyStep', { sound: false })
export const found = (what: 'present' | 'absent' | 'ambiguous'): Told =>
  done('probeStep', what === 'present' ? { found: what, facts: { adopted: 'yes' } } : { found: what })
export const released = done('compensateStep', { released: true })
