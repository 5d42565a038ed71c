/** Counts what an export will contain, and names its file. Safe to repeat: it only reads. Gives up with `tenant.absent`. */
import type { PlanExport } from '../../../machines/export/export.types.ts'
import { giveUp, type Perform } from '../effect.ts'
import { type ContentParts, contentsOf } from './contents.ts'
import { safeName } from './entry-names.ts'

export const planExport =
  (parts: ContentParts): Perform<PlanExport> =>
  async ({ input: { tenantId } }) => {
    const tenant = await parts.tenants.get(tenantId)
    if (!tenant) throw giveUp('tenant.absent', `There is no tenant ${tenantId}.`)
    const sections = await Promise.all(
      contentsOf(parts, tenantId).map(async ({ section, count }) => ({ section, rows: await count() })),
    )
    return { output: { fileName: `${safeName(tenant.slug)}-data.zip`, sections } }
  }
