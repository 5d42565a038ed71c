/**
 * Tells somebody by mail that a workspace is not open to them any more.
 *
 * Safe to repeat: the mail is named by the removal. Gives up with `mail.refused`; fails with `mail.failed`.
 */
import type { TellRemoved } from '../../../machines/removal/removal.types.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import type { Perform } from '../effect.ts'
import { post, type PostParts } from './post.ts'

export interface TellRemovedParts extends PostParts {
  readonly tenants: Pick<Tenants, 'get'>
  readonly publicUrl: string
}

export const tellRemoved =
  (parts: TellRemovedParts): Perform<TellRemoved> =>
  async ({ input: { tenantId, email, name, by }, identity }) => {
    const tenant = await parts.tenants.get(tenantId)
    const props = { site: parts.publicUrl, name, company: tenant?.name ?? '', by: by?.name ?? null }
    await post(parts, { identity, to: email, template: 'accessRemoved', props })
    return { output: { told: true } }
  }
