/** One moment for every state of an export. */
import type { Fixture } from '../kit/fixture.ts'
import { done, failed, type Told } from '../kit/walk.ts'
import type { ExportInput, SectionCount } from './export.types.ts'

export const input: ExportInput = {
  exportId: 'exp_018f2c7d4b1a',
  tenantId: 'ten_018f2c7d4b1a',
  userId: 'usr_1',
  email: 'mara@fernhill.studio',
  name: 'Mara Lindqvist',
}

const sections: readonly SectionCount[] = [
  { section: 'workspace', rows: 1 },
  { section: 'members', rows: 5 },
  { section: 'projects', rows: 3 },
  { section: 'usage', rows: 41 },
  { section: 'invoices', rows: 2 },
  { section: 'notices', rows: 6 },
  { section: 'audit', rows: 214 },
]
export const planned = done('planExport', { fileName: 'fernhill-studio-data.zip', sections })
export const written = done('writeExport', { bytes: 1_812_004, sha256: 'ab'.repeat(32), sections })
export const told = done('tellExport', { expiresAt: 1_796_860_800_000 })
export const deleted = done('deleteExport', { deleted: true })
export const retried: Told = { type: 'export.retried' }
export const discarded: Told = { type: 'export.discarded' }
export const revoked: Told = { type: 'export.revoked' }

const ready = [planned, written, told]

export const exportFixtures: readonly Fixture[] = [
  { name: 'Requested', state: 'requested', events: [] },
  { name: 'Collecting', state: 'collecting', events: [planned] },
  { name: 'Announcing', state: 'announcing', events: [planned, written] },
  { name: 'Ready', state: 'ready', events: ready },
  { name: 'Deleting', state: 'deleting', events: [...ready, discarded] },
  { name: 'Not deleted', state: 'undeleted', events: [...ready, discarded, failed('deleteExport', 'disk.failed')] },
  { name: 'Failed', state: 'failed', events: [planned, failed('writeExport', 'disk.full')] },
  { name: 'Expired', state: 'expired', events: [...ready, discarded, deleted] },
]
