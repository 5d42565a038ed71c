/** What an export asks for. The bodies stand in `server/services/export/` and `server/services/notification/`. */
import { effect } from '../kit/effect.ts'
import type { DeleteExport, PlanExport, TellExport, WriteExport } from './export.types.ts'

export const planExport = effect<PlanExport['input'], PlanExport['output']>({
  identity: ({ exportId }) => `plan/${exportId}`,
  attempts: 4,
})
/** The identity is the file's name: an attempt after a crash finds what is whole, and writes anew what is not. */
export const writeExport = effect<WriteExport['input'], WriteExport['output']>({
  identity: ({ exportId }) => exportId,
  attempts: 4,
  deadlineMs: 15 * 60_000,
})
export const tellExport = effect<TellExport['input'], TellExport['output']>({
  identity: ({ exportId }) => `export-ready/${exportId}`,
  attempts: 6,
})
export const deleteExport = effect<DeleteExport['input'], DeleteExport['output']>({
  identity: ({ exportId }) => `delete/${exportId}`,
  attempts: 5,
})
