/** What an export remembers, and the inputs it gives to what it asks for. */
import { assign } from 'xstate'
import { codeOf } from '../kit/effect.ts'
import { exportDelays } from './export.delays.ts'
import type { ExportContext, ExportEvent, ExportInput, PlanExport, TellExport, WriteExport } from './export.types.ts'

export const emptyContext = (input: ExportInput): ExportContext => ({
  ...input,
  fileName: null,
  sections: [],
  file: null,
  expiresAt: null,
  code: null,
})

const remember = <Output = unknown>(patch: (context: ExportContext, output: Output) => Partial<ExportContext>) =>
  assign<ExportContext, ExportEvent, undefined, ExportEvent, never>(({ context, event }) =>
    patch(context, (event as unknown as { output: Output }).output),
  )

export const exportActions = {
  keepPlan: remember<PlanExport['output']>((_, { fileName, sections }) => ({ fileName, sections })),
  keepFile: remember<WriteExport['output']>((_, file) => ({ file, sections: file.sections })),
  keepExpiry: remember<TellExport['output']>((_, { expiresAt }) => ({ expiresAt })),
  keepCode: assign<ExportContext, ExportEvent, undefined, ExportEvent, never>(({ event }) => ({
    code: codeOf((event as unknown as { error?: unknown }).error),
  })),
  clearCode: remember(() => ({ code: null })),
  /** Nobody needs to know any more whom it was for. */
  forgetPerson: remember(() => ({ email: '', name: '' })),
}

export const what = ({ exportId, tenantId }: ExportContext) => ({ exportId, tenantId })

export const toTell = ({ exportId, tenantId, userId, email, name, fileName, file }: ExportContext) => ({
  exportId,
  tenantId,
  userId,
  email,
  name,
  fileName: fileName ?? '',
  bytes: file?.bytes ?? 0,
  sha256: file?.sha256 ?? '',
  lifetimeMs: exportDelays.lifetime,
})
