/** Deletes the file of an export, and the tokens that open it. Safe to repeat: what is gone stays gone. */
import type { DeleteExport } from '../../../machines/export/export.types.ts'
import type { ExportFiles } from '../../records/exports/export-files.ts'
import type { Tokens } from '../../records/tokens/tokens.ts'
import type { Perform } from '../effect.ts'

export interface DeleteParts {
  readonly exportFiles: Pick<ExportFiles, 'remove'>
  readonly tokens: Pick<Tokens, 'forget'>
}

export const deleteExport =
  ({ exportFiles, tokens }: DeleteParts): Perform<DeleteExport> =>
  async ({ input: { exportId, tenantId } }) => {
    await exportFiles.remove(tenantId, exportId)
    return { output: { deleted: true }, writes: [tokens.forget(exportId)] }
  }
