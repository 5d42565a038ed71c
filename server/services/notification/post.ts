/** Sends one mail, once: what every mailing effect does around its own words. */
import type { Outbox } from '../../records/notices/outbox.ts'
import { giveUp } from '../effect.ts'
import type { Mailer } from './mailer.ts'
import type { MailProps, MailTemplate, Render } from './templates/props.ts'

export interface PostParts {
  readonly outbox: Pick<Outbox, 'intend' | 'markSent'>
  readonly mailer: Mailer
  readonly render: Render
}

export interface Posted<Template extends MailTemplate> {
  /** Names the mail, and the effect that sends it. */
  readonly identity: string
  readonly to: string
  readonly template: Template
  readonly props: MailProps[Template]
  readonly optional?: boolean
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
  { identity, to, template, props, optional, limit }: Posted<Template>,
): Promise<void> {
  const window = limit && { most: limit.most, windowMs: HOUR_MS }
  const state = await outbox.intend({ identity, template: limit?.kind ?? template, address: to, limit: window })
  if (state === 'sent') return
  if (state === 'full')
    throw giveUp('rate.limited', `Too many mails of kind ${template} to one address within an hour.`)

  const mail = await render(template, props)
  const links = 'link' in props && typeof props.link === 'string' ? [props.link] : []
  await mailer.send({ ...mail, identity, to, links, optional })
  await outbox.markSent(identity)
}
