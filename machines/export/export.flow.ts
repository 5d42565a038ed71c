/** The export flow. Members who may take everything out start it; there is one of a workspace at a time. */
import * as z from 'zod/mini'
import { flow, type Starter } from '../kit/flow.ts'
import { exportMachine } from './export.machine.ts'
import { exportSays } from './export.says.ts'
import type { ExportContext } from './export.types.ts'

export const exportEvents = {
  'export.retried': z.strictObject({ type: z.literal('export.retried') }),
  'export.discarded': z.strictObject({ type: z.literal('export.discarded') }),
  'export.revoked': z.strictObject({ type: z.literal('export.revoked') }),
  'operator.retried': z.strictObject({ type: z.literal('operator.retried') }),
}

export const exportFlow = flow<typeof exportMachine>({
  machine: exportMachine,
  says: exportSays,
  start: {
    permission: 'data.export',
    oneOfTenant: true,
    given: z.strictObject({}),
    prefix: 'exp',
    input: (exportId, _given: object, { tenant: tenantId, userId, email, name }: Starter) => ({
      exportId,
      tenantId,
      userId,
      email,
      name,
    }),
  },
  events: exportEvents,
  policy: {
    'export.retried': ['member'],
    'export.discarded': ['member'],
    'export.revoked': ['system'],
    'operator.retried': ['operator'],
  },
  reading: 'data.export',
  permissions: { 'export.retried': 'data.export', 'export.discarded': 'data.export' },
  view: ({ fileName, sections, file, expiresAt, code }: ExportContext) => ({
    fileName,
    sections,
    file,
    expiresAt,
    code,
  }),
})
