/**
 * The mails of a leaving, and the notice of an export.
 *
 * Safe to repeat: each is named by its identity. A reader the mail server does not know is no reason to keep a workspace
 * that wants to go. Fails with `mail.failed`.
 */
import type { TellExport } from '../../../machines/export/export.types.ts'
import type { SendCancellation, SendGoodbye, SendNotice } from '../../../machines/offboarding/offboarding.types.ts'
import type { Notices } from '../../records/notices/notices.ts'
import type { Tenants } from '../../records/tenants/tenants.ts'
import type { Tokens } from '../../records/tokens/tokens.ts'
import { EffectError, type Perform } from '../effect.ts'
import { post, type Posted, type PostParts } from './post.ts'
import type { MailTemplate } from './templates/props.ts'

export interface LeavingMailParts extends PostParts {
  readonly publicUrl: string
  readonly notices: Pick<Notices, 'add'>
  readonly now: () => number
}

async function postAnyway<T extends MailTemplate>(parts: PostParts, mail: Posted<T>): Promise<void> {
  try {
    await post(parts, mail)
  } catch (error) {
    if (!(error instanceof EffectError && error.code === 'mail.refused')) throw error
  }
}

const pageOf = (site: string) => `${site}/portal/leave`

export const sendCancellation =
  (parts: LeavingMailParts): Perform<{ input: SendCancellation; output: null }> =>
  async ({ input, identity }) => {
    const { email, name, company, planName, when, cancelledAt, endsAt, retrievalEndsAt } = input
    const site = parts.publicUrl
    const atOnce = when === 'now' || endsAt <= cancelledAt
    const dates = { cancelledAtMs: cancelledAt, endsAtMs: endsAt, deletedAtMs: retrievalEndsAt }
    const props = { site, name, company, planName, atOnce, ...dates, link: pageOf(site) }
    await postAnyway(parts, { identity, to: email, template: 'cancelled', props })
    return { output: null }
  }

export const sendNotice =
  (parts: LeavingMailParts): Perform<SendNotice> =>
  async ({ input, identity }) => {
    const { email, name, company, daysLeft, retrievalEndsAt: deletedAtMs, tenantId, userId } = input
    const site = parts.publicUrl
    const props = { site, name, company, daysLeft, deletedAtMs, link: pageOf(site) }
    await postAnyway(parts, { identity, to: email, template: 'closingSoon', props })
    const notice = { tenant: tenantId, user: userId, template: 'closingSoon', subject: identity } as const
    const data = { company, daysLeft: String(daysLeft), deletedAt: String(deletedAtMs) }
    return { output: { sent: true }, writes: [parts.notices.add({ ...notice, data })] }
  }

export const sendGoodbye =
  (parts: LeavingMailParts): Perform<SendGoodbye> =>
  async ({ input: { email, name, company, number, invoices, invoicesUntil }, identity }) => {
    const site = parts.publicUrl
    const kept = { invoices, invoicesUntilMs: invoicesUntil }
    const props = { site, name, company, number, ...kept, link: `${site}/certificates/${number}` }
    await postAnyway(parts, { identity, to: email, template: 'closed', props })
    return { output: { sent: true } }
  }

export interface TellExportParts extends LeavingMailParts {
  readonly tokens: Pick<Tokens, 'tokenFor' | 'issueAs'>
  readonly tenants: Pick<Tenants, 'get'>
}

/** With it begins the time in which the file can be downloaded: the token is good exactly so long. */
export const tellExport =
  (parts: TellExportParts): Perform<TellExport> =>
  async ({ input, identity }) => {
    const { exportId, tenantId, userId, email, name, fileName, bytes, sha256, lifetimeMs } = input
    const { tokens, tenants, notices, publicUrl: site, now } = parts
    const company = (await tenants.get(tenantId))?.name ?? ''
    const untilMs = now() + lifetimeMs
    const props = { site, name, company, fileName, bytes, sha256, untilMs, link: pageOf(site) }
    await postAnyway(parts, { identity, to: email, template: 'exportReady', props })
    const id = downloadTokenOf(exportId)
    const token = { id, value: tokens.tokenFor(id), purpose: 'download', subject: exportId } as const
    const notice = { tenant: tenantId, user: userId, template: 'exportReady', subject: exportId } as const
    return {
      output: { expiresAt: untilMs },
      writes: [
        tokens.issueAs({ ...token, tenant: tenantId, lifetimeMs }),
        notices.add({ ...notice, data: { fileName, until: String(untilMs) } }),
      ],
    }
  }

/** Names the token of an export. */
export const downloadTokenOf = (exportId: string) => `download/${exportId}`
