import { cardText, moneyText } from '../../../../machines/vocabulary/money.ts'
import { Letter } from './Letter.tsx'
import { Action, Anchor, Facts, Line, Rule, Small, Strong, Title } from './parts.tsx'
import type { MailProps } from './props.ts'
import { asName, dateOf, dateSpan, host, oneLine } from './words.ts'

export const receiptSubject = ({ amount, planName }: MailProps['receipt']) =>
  `Your receipt: ${moneyText(amount)} for ${oneLine(planName)}`

/** What was paid, for whoever keeps the books. */
export function ReceiptMail(props: MailProps['receipt']) {
  const { name, company, planName, number, amount, paidAtMs, link, pdfLink, site } = props
  return (
    <Letter
      preview={`Receipt ${number} for ${asName(company)}.`}
      step={null}
      because={`Sent because you own the workspace ${asName(company)} at ${host(site)}.`}
    >
      <Title>{moneyText(amount)} paid</Title>
      <Line>
        {asName(name)}, this is the receipt for <Strong>{asName(company)}</Strong> on the plan{' '}
        <Strong>{asName(planName)}</Strong>, paid on {dateOf(paidAtMs)}. There is nothing you need to do.
      </Line>
      <Facts rows={factsOf(props)} />
      {link !== null && <Action href={link}>See the invoice</Action>}
      {pdfLink !== null && (
        <Line>
          For the books: <Anchor href={pdfLink}>download it as a PDF</Anchor>
        </Line>
      )}
      <Rule />
      <Small>
        <Strong>Something looks wrong?</Strong> Answer this mail with the number {number}, and a person looks at it.
      </Small>
    </Letter>
  )
}

function factsOf({ number, planName, seats, period, card, amount }: MailProps['receipt']): [string, string][] {
  const what = `${asName(planName)}, ${seats === 1 ? '1 seat' : `${seats} seats`}`
  return [
    ['Receipt', number],
    ['What', what],
    ...(period ? [['Period', dateSpan(period.fromMs, period.toMs)] as [string, string]] : []),
    ...(card ? [['Paid with', cardText(card)] as [string, string]] : []),
    ['Total', moneyText(amount)],
  ]
}

export const refundedSubject = ({ amount }: MailProps['refunded']) =>
  `${moneyText(amount)} are on their way back to you`

/** The card was charged, but the workspace could not be made: the money goes back. */
export function RefundedMail({ name, company, planName, amount, reference, link, site }: MailProps['refunded']) {
  return (
    <Letter
      preview="We could not set up your workspace, so you pay nothing."
      step={null}
      because={`Sent because a sign-up with this address was paid at ${host(site)}.`}
    >
      <Title>{moneyText(amount)} are on their way back</Title>
      <Line>
        {asName(name)}, we could not set up <Strong>{asName(company)}</Strong>, and tried several times. You pay
        nothing: the plan <Strong>{asName(planName)}</Strong> is ended and the whole amount goes back to your card.
        Banks take five to ten days to show it.
      </Line>
      <Action href={link}>Try again</Action>
      <Line>It was our fault, not yours. The address is free for another sign-up.</Line>
      <Facts
        rows={[
          ['Given back', moneyText(amount)],
          ['Reference', reference],
        ]}
      />
      <Rule />
      <Small>
        <Strong>Not there after ten days?</Strong> Answer this mail with the reference {reference}, and a person follows
        it up with the bank.
      </Small>
    </Letter>
  )
}
