/**
 * Sends one mail, once: what every mailing effect does around its own words. Here alone is asked whether its reader wants
 * it; for the effect, a mail nobody wants is as good as sent.
 */
import { isOptional, mailClasses } from '../../../machines/vocabulary/notices.ts'
import type { Outbox } from '../../records/notices/outbox.ts'
import type { Reader } from '../../records/notices/preferences.ts'
import { giveUp } from '../effect.ts'
import type { Mailer } from './mailer.ts'
import type { MailProps, MailTemplate, Render } from './templates/props.ts'

export interface PostParts {
  readonly outbox: Pick<Outbox, 'intend' | 'markSent' | 'stopTokenOf'>
  readonly mailer: Mailer
  readonly render: Render
}

export interface Posted<Template extends MailTemplate> {
  /** Names the mail, and the effect that sends it. */
  readonly identity: string
  readonly to: string
  readonly template: Template
  readonly props: MailProps[Template]
  /** Whose choice counts for a mail of an optional class. Default: the address's own. */
  readonly reader?: Reader
  /** Counted together under this name, and refused with `rate.limited` beyond `most` in an hour. */
  readonly limit?: { readonly kind: string; readonly most: number }
}

const HOUR_MS = 60 * 60_000

/**
 * Safe to repeat: a mail that went out is remembered at once, before the effect reports. Gives up with `rate.limited`
 * and `mail.refused`; fails with `mail.failed`.
 */
export async function post<Template extends MailTemplate>(
  { outbox, mailer, render }: PostParts,
  { identity, to, template, props, reader, limit }: Posted<Template>,
): Promise<void> {
  const about = mailClasses[template]
  const optional = isOptional(about) ? { class: about, reader: reader ?? null } : undefined
  const window = limit && { most: limit.most, windowMs: HOUR_MS }
  const kind = limit?.kind ?? template
  const state = await outbox.intend({ identity, template: kind, address: to, limit: window, optional })
  if (state === 'sent' || state === 'suppressed') return
  if (state === 'full')
    throw giveUp('rate.limited', `Too many mails of kind ${template} to one address within an hour.`)

  const stopLink = optional ? `${props.site}/unsubscribe?token=${outbox.stopTokenOf(identity)}` : null
  const mail = await render(template, props, stopLink)
  const links = 'link' in props && typeof props.link === 'string' ? [props.link] : []
  await mailer.send({ ...mail, identity, to, links, stopLink })
  await outbox.markSent(identity)
}
