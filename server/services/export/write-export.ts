/**
 * Writes the file of an export.
 *
 * Safe to repeat: the file is named by the identity and gets its name when it is whole, so an attempt after a crash finds
 * it, or writes over what was begun. Fails with `disk.failed`; gives up with `tenant.absent`.
 */
import type { ExportFile, WriteExport } from '../../../machines/export/export.types.ts'
import type { ExportFiles } from '../../records/exports/export-files.ts'
import { EffectError, giveUp, type Perform } from '../effect.ts'
import { writeArchive } from './archive.ts'
import { type ContentParts, contentsOf } from './contents.ts'
import { safeName } from './entry-names.ts'

export interface WriteParts extends ContentParts {
  readonly exportFiles: Pick<ExportFiles, 'begin' | 'finish' | 'facts'>
}

export const writeExport =
  (parts: WriteParts): Perform<WriteExport> =>
  async ({ input: { tenantId }, identity, signal, progress }) => {
    const { exportFiles, tenants, now } = parts
    const whole = await exportFiles.facts<ExportFile>(tenantId, identity)
    if (whole) return { output: whole }
    const tenant = await tenants.get(tenantId)
    if (!tenant) throw giveUp('tenant.absent', `There is no tenant ${tenantId}.`)

    const sections = contentsOf(parts, tenantId)
    try {
      const counts = await Promise.all(sections.map(async ({ columns, count }) => (columns ? 2 : 1) * (await count())))
      const onRows = steps(
        counts.reduce((sum, count) => sum + count, 0),
        progress,
      )
      const archive = { folder: safeName(tenant.slug), tenant: tenantId, sections, at: now(), signal, onRows }
      const path = await exportFiles.begin(tenantId, identity)
      const file = await writeArchive({ path, ...archive })
      signal.throwIfAborted()
      await exportFiles.finish(tenantId, identity, file)
      return { output: file }
    } catch (error) {
      throw new EffectError('disk.failed', `The export could not be written: ${String(error)}`)
    }
  }

/** Says how far it is, a hundred times at most: each saying is a write. */
function steps(all: number, progress: (done: number) => void): (count: number) => void {
  let rows = 0
  let said = 0
  return (count) => {
    rows += count
    const percent = Math.floor((rows / Math.max(all, 1)) * 100)
    if (percent <= said) return
    said = percent
    progress(Math.min(1, percent / 100))
  }
}
