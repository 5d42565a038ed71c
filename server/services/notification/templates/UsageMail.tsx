import { Letter } from './Letter.tsx'
import { Action, Facts, Line, Strong, Title } from './parts.tsx'
import type { MailProps } from './props.ts'
import { asName, host, monthOf, oneLine, quantityOf } from './words.ts'

type Usage = MailProps['usage']

export const usageSubject = (props: Usage) =>
  props.threshold >= 100
    ? `${oneLine(props.company)} has used all of its ${nameOf(props)}`
    : `${oneLine(props.company)} has used ${props.threshold} % of its ${nameOf(props)}`

/** A share of a limit is used: which, what happens beyond it, and what there is to do. */
export function UsageMail(props: Usage) {
  const { name, company, threshold, used, limit, unit, link, site } = props
  return (
    <Letter
      preview={`${quantityOf(used, unit)} of ${quantityOf(limit, unit)} used.`}
      step={null}
      because={`Sent because you see the billing of the workspace ${asName(company)} at ${host(site)}.`}
    >
      <Title>
        {threshold >= 100 ? 'All' : `${threshold} %`} of the {nameOf(props)} {props.kind === 'sum' ? 'are' : 'is'} used
      </Title>
      <Line>
        {asName(name)}, <Strong>{asName(company)}</Strong> has used {quantityOf(used, unit)} of the{' '}
        {quantityOf(limit, unit)} its plan includes{props.kind === 'sum' ? ` in ${monthOf(props.month)}` : ''}.{' '}
        {consequence(props)}
      </Line>
      <Action href={link}>See usage and plan</Action>
      <Facts
        rows={[
          ['Used', quantityOf(used, unit)],
          ['Included', quantityOf(limit, unit)],
          ['Month', monthOf(props.month)],
        ]}
      />
    </Letter>
  )
}

const nameOf = ({ what }: Usage) => what.toLowerCase()

function consequence({ threshold, hard, kind, month }: Usage): string {
  if (!hard) return 'What goes beyond is counted, and nothing is refused.'
  if (threshold < 100) return 'Everything keeps working. At 100 % more is refused; a larger plan has more.'
  return kind === 'sum'
    ? `More is refused until ${monthOf(month)} is over; a larger plan has more.`
    : 'More is refused until something is deleted; a larger plan has more.'
}
