/**
 * Tells whoever could reconnect it that a connection to another company broke: by mail, and in the portal.
 *
 * Safe to repeat: each mail and notice is named by the integration, how often it broke, and the reader. A reader the mail server
 * does not know still finds the notice. Fails with `mail.failed`.
 */
import type { TellBroken } from '../../../machines/integration/integration.types.ts'
import { may } from '../../../machines/vocabulary/permissions.ts'
import type { Notices } from '../../records/notices/notices.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import { EffectError, type Perform } from '../effect.ts'
import { post, type Posted, type PostParts } from './post.ts'

export interface BrokenParts extends PostParts {
  readonly notices: Pick<Notices, 'add'>
  readonly tenants: Pick<Tenants, 'get' | 'members'>
  readonly publicUrl: string
}

export const tellBroken =
  (parts: BrokenParts): Perform<TellBroken> =>
  async ({ input: { integrationId, tenantId, kind, account, breaks }, identity }) => {
    const { tenants, notices, publicUrl: site } = parts
    const [tenant, members] = await Promise.all([tenants.get(tenantId), tenants.members(tenantId)])
    // a workspace that went meanwhile has nobody left to tell
    if (!tenant) return { output: { told: true } }
    const readers = members.filter(({ role }) => may(role, 'workspace.manage'))
    for (const { userId, email: to, name } of readers) {
      const props = { site, name, company: tenant.name, kind, account, link: `${site}/portal/settings/integrations` }
      const reader = { tenant: tenantId, user: userId }
      await mail(parts, { identity: `${identity}/${userId}`, to, template: 'integrationBroken', props, reader })
    }
    const notice = { tenant: tenantId, template: 'integrationBroken' as const, subject: `${integrationId}/${breaks}` }
    const writes = readers.map(({ userId: user }) => notices.add({ ...notice, user, data: { kind, account } }))
    return { output: { told: true }, writes }
  }

async function mail(parts: BrokenParts, posted: Posted<'integrationBroken'>): Promise<void> {
  await post(parts, posted).catch((error: unknown) => {
    if (!(error instanceof EffectError && error.code === 'mail.refused')) throw error
  })
}
