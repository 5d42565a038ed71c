import { Letter } from './Letter.tsx'
import { Action, Anchor, Facts, Line, Rule, Small, Strong, Title } from './parts.tsx'
import type { MailProps } from './props.ts'
import { asName, clockTime, dateOf, days, host, oneLine } from './words.ts'

/** Mails about leaving: what happens when, how to stop it, and in the end that it has happened. */

const owned = (company: string, site: string) =>
  `Sent because you own the workspace ${asName(company)} at ${host(site)}.`

export const cancelledSubject = ({ company }: MailProps['cancelled']) => `You cancelled ${oneLine(company)}`

/** The receipt of a cancellation: when it was made, and what it leads to. */
export function CancelledMail(props: MailProps['cancelled']) {
  const { name, company, planName, cancelledAtMs, endsAtMs, atOnce, deletedAtMs, link, site } = props
  const end = dateOf(endsAtMs)
  return (
    <Letter preview={`Everything is deleted on ${dateOf(deletedAtMs)}.`} step={null} because={owned(company, site)}>
      <Title>You cancelled {asName(company)}</Title>
      <Line>
        {asName(name)}, this is the receipt.{' '}
        {atOnce
          ? 'Billing is stopped, and nothing more is charged.'
          : `Everything keeps working until ${end}. Nothing more is charged.`}{' '}
        After that you can take your data out until {dateOf(deletedAtMs)}; then we delete it and cannot bring it back.
      </Line>
      <Action href={link}>{atOnce ? 'Download your data' : 'See or undo the cancellation'}</Action>
      <Line>
        {atOnce
          ? `Changed your mind? You can keep the workspace, without the paid plan, until ${dateOf(deletedAtMs)}.`
          : `Changed your mind? Until ${end} one click keeps everything as it is.`}
      </Line>
      <Facts
        rows={[
          ['Cancelled', `${dateOf(cancelledAtMs)}, ${clockTime(cancelledAtMs)}`],
          ['Plan', asName(planName)],
          ['Ends', end],
          ['Deleted', dateOf(deletedAtMs)],
        ]}
      />
      <Rule />
      <Small>
        <Strong>You did not cancel?</Strong> Then somebody who is an owner of your workspace did. Sign in and undo it.
      </Small>
    </Letter>
  )
}

export const closingSoonSubject = ({ company, daysLeft }: MailProps['closingSoon']) =>
  `${oneLine(company)} is deleted in ${days(daysLeft)}`

/** Before the clean-up: what is left of the time. */
export function ClosingSoonMail({ name, company, daysLeft, deletedAtMs, link, site }: MailProps['closingSoon']) {
  return (
    <Letter
      preview={`Your data can be downloaded for ${days(daysLeft)} more.`}
      step={null}
      because={owned(company, site)}
    >
      <Title>{days(daysLeft)} left to download your data</Title>
      <Line>
        {asName(name)}, we delete <Strong>{asName(company)}</Strong> on {dateOf(deletedAtMs)}, as you asked. Please
        download what you need before; after that we cannot bring it back.
      </Line>
      <Action href={link}>Download your data</Action>
      <Line>On the same page you can keep the workspace, without the paid plan. To leave you need to do nothing.</Line>
      <Rule />
      <Small>
        <Strong>You did not cancel?</Strong> Then somebody who is an owner of your workspace did. Sign in and keep it.
      </Small>
    </Letter>
  )
}

export const closedSubject = ({ company }: MailProps['closed']) => `${oneLine(company)} is closed and deleted`

/** The last mail: what was deleted, what was kept, and the number to check it by. */
export function ClosedMail({ name, company, number, invoices, invoicesUntilMs, link, site }: MailProps['closed']) {
  return (
    <Letter
      preview={`Certificate ${number}.`}
      step={null}
      because={`Sent because you owned the workspace ${asName(company)} at ${host(site)}. It is the last one.`}
    >
      <Title>{asName(company)} is closed</Title>
      <Line>
        {asName(name)}, everything of the workspace is deleted: access, API keys, projects, exports and accounts. The
        key that sealed its history is destroyed, so no copy of it can be opened.
      </Line>
      <Action href={link}>See the certificate</Action>
      <Line>
        Anybody can check it with its number, without an account. There is a <Anchor href={`${link}.pdf`}>PDF</Anchor>{' '}
        and a <Anchor href={`${link}.json`}>signed file</Anchor>, too.
      </Line>
      <Facts
        rows={[['Certificate', number], keptFact(invoices, invoicesUntilMs), ['This address', 'deleted within a day']]}
      />
      <Rule />
      <Small>
        <Strong>Questions?</Strong> Answer this mail with the number {number}. Whenever you want to come back, you can
        sign up as if for the first time.
      </Small>
    </Letter>
  )
}

const keptFact = (invoices: number, untilMs: number | null): [string, string] =>
  invoices === 0 || untilMs === null
    ? ['Kept', 'nothing']
    : ['Kept', `${invoices === 1 ? '1 invoice' : `${invoices} invoices`} without names, until ${dateOf(untilMs)}`]
