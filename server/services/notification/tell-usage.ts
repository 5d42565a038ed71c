/**
 * Tells the people who see what is paid that a share of a limit is used: by mail, and in the portal.
 *
 * Safe to repeat: each mail and notice is named by the account, the meter, the month, the share, the limit and the reader. A
 * reader the mail server does not know still finds the notice. Gives up with `members.none`; fails with `mail.failed`.
 */
import type { TellUsage } from '../../../machines/account/account.types.ts'
import { crossingKey, meters } from '../../../machines/vocabulary/meters.ts'
import { may } from '../../../machines/vocabulary/permissions.ts'
import type { Notices } from '../../records/notices/notices.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import { EffectError, giveUp, type Perform } from '../effect.ts'
import { post, type Posted, type PostParts } from './post.ts'

export interface TellUsageParts extends PostParts {
  readonly notices: Pick<Notices, 'add'>
  readonly tenants: Pick<Tenants, 'get' | 'members'>
  readonly publicUrl: string
}

export const tellUsage =
  (parts: TellUsageParts): Perform<TellUsage> =>
  async ({ input: { tenantId, crossing }, identity }) => {
    const { tenants, notices, publicUrl: site } = parts
    const [tenant, members] = await Promise.all([tenants.get(tenantId), tenants.members(tenantId)])
    const readers = members.filter(({ role }) => may(role, 'billing.read'))
    if (!tenant || readers.length === 0) throw giveUp('members.none', `Nobody in ${tenantId} sees what is used.`)
    const { meter, month, threshold, limit, used, hard } = crossing
    const { name: what, unit, kind } = meters[meter]
    const link = `${site}/portal/billing`
    const words = { company: tenant.name, what, unit, kind, month, threshold, limit, used, hard }
    for (const { userId, email: to, name } of readers)
      await postAnyway(parts, {
        identity: `${identity}/${userId}`,
        to,
        template: 'usage',
        reader: { tenant: tenantId, user: userId },
        props: { site, link, name, ...words },
      })
    const data = { meter, month, threshold: String(threshold), limit: String(limit), used: String(used) }
    const notice = { tenant: tenantId, template: 'usage' as const, subject: crossingKey(crossing) }
    const writes = readers.map(({ userId: user }) =>
      notices.add({ ...notice, user, data: { ...data, policy: hard ? 'hard' : 'soft' } }),
    )
    return { output: { told: true }, writes }
  }

async function postAnyway(parts: PostParts, mail: Posted<'usage'>): Promise<void> {
  await post(parts, mail).catch((error: unknown) => {
    if (!(error instanceof EffectError && error.code === 'mail.refused')) throw error
  })
}
