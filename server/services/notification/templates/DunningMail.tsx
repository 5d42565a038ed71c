import type { ReactNode } from 'react'
import { cardText, moneyText } from '../../../../machines/vocabulary/money.ts'
import { Letter } from './Letter.tsx'
import { Action, Anchor, Facts, Line, Rule, Small, Strong, Title } from './parts.tsx'
import type { MailProps } from './props.ts'
import { asName, dateOf, host, oneLine } from './words.ts'

type Dunning = MailProps['dunning']

const subjects: Record<Dunning['step'], (amount: string, company: string) => string> = {
  pastDue: (amount, company) => `We could not collect ${amount} for ${company}`,
  grace: (amount, company) => `${amount} for ${company} are still open`,
  restricted: (amount, company) => `${company} is limited until ${amount} are paid`,
  suspended: (amount, company) => `${company} is suspended: ${amount} are open`,
  collectionsStopped: (_, company) => `The subscription of ${company} has ended`,
}

export const dunningSubject = ({ step, amount, company }: Dunning) =>
  subjects[step](moneyText(amount), oneLine(company))

/** A step of dunning: what is open, what works until when, and how to set it right. */
export function DunningMail(props: Dunning) {
  const { step, name, company, amount, link, payLink, site } = props
  return (
    <Letter
      preview={`What is open for ${asName(company)}, and what happens next.`}
      step={null}
      because={`Sent because you may pay for the workspace ${asName(company)} at ${host(site)}.`}
    >
      <Title>{step === 'collectionsStopped' ? 'The subscription has ended' : `${moneyText(amount)} are open`}</Title>
      <Line>
        {asName(name)}, {bodies[step](props)}
      </Line>
      <Action href={link}>Use another card</Action>
      {payLink !== null && (
        <Line>
          Rather pay once? <Anchor href={payLink}>Open the invoice</Anchor>
        </Line>
      )}
      <Facts rows={factsOf(props)} />
      <Rule />
      <Small>
        <Strong>Paid already?</Strong> Then nothing is left to do; a bank may take a day to tell us.
      </Small>
    </Letter>
  )
}

const bodies: Record<Dunning['step'], (props: Dunning) => ReactNode> = {
  pastDue: ({ company, nextAtMs }) => (
    <>
      the last charge for <Strong>{asName(company)}</Strong> did not go through. Everything keeps working
      {until(nextAtMs)}. We try the card again in the next days; another card settles it at once.
    </>
  ),
  grace: ({ company, nextAtMs }) => (
    <>
      the charge for <Strong>{asName(company)}</Strong> is still open. Everything keeps working{until(nextAtMs)}. After
      that nothing new can be made and nobody invited until it is paid. Nothing is deleted.
    </>
  ),
  restricted: ({ company, nextAtMs }) => (
    <>
      <Strong>{asName(company)}</Strong> is limited: what is there keeps working{until(nextAtMs)}, but nothing new can
      be made and nobody invited. After that only billing and taking your data out stay open. Nothing is deleted.
    </>
  ),
  suspended: ({ company, nextAtMs }) => (
    <>
      <Strong>{asName(company)}</Strong> is suspended. You can pay, cancel and take your data out; the rest comes back
      the moment it is paid.{nextAtMs !== null && ` On ${dateOf(nextAtMs)} we end the subscription.`} Nothing is
      deleted.
    </>
  ),
  collectionsStopped: ({ company }) => (
    <>
      we have ended the subscription of <Strong>{asName(company)}</Strong>, and no card is charged any more. What was
      used is still owed. Pay it, and the workspace opens again; or take your data out, which stays possible.
    </>
  ),
}

const until = (atMs: number | null) => (atMs === null ? '' : ` until ${dateOf(atMs)}`)

const factsOf = ({ number, card, amount }: Dunning): [string, string][] => [
  ['Invoice', number],
  ...(card ? [['Tried with', cardText(card)] as [string, string]] : []),
  ['Open', moneyText(amount)],
]

export const recoveredSubject = ({ company }: MailProps['recovered']) => `Thank you: ${oneLine(company)} is paid`

/** Everything is paid; said once. */
export function RecoveredMail({ name, company, wasClosed, link, site }: MailProps['recovered']) {
  return (
    <Letter
      preview={`Nothing is open for ${asName(company)} any more.`}
      step={null}
      because={`Sent because you may pay for the workspace ${asName(company)} at ${host(site)}.`}
    >
      <Title>Everything is paid</Title>
      <Line>
        Thank you, {asName(name)}. Nothing is open for <Strong>{asName(company)}</Strong> any more.{' '}
        {wasClosed ? 'Everything in it is open again, as it was.' : 'Nothing was interrupted.'}
      </Line>
      <Action href={link}>See billing</Action>
    </Letter>
  )
}
