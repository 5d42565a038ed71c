import { Letter } from './Letter.tsx'
import { Action, Line, Rule, Small, Strong, Title } from './parts.tsx'
import type { MailProps } from './props.ts'
import { asName, host } from './words.ts'

export const reminderSubject = ({ number }: { number: 1 | 2 }) =>
  number === 1 ? 'Your Tenure workspace is half made' : 'Your answers are kept for six more weeks'

/** To somebody who proved their address and went away. Sent twice at most. */
export function ReminderMail({ name, link, number, site }: MailProps['reminder']) {
  const greeting = name === '' ? '' : `${asName(name)}, `
  const isLast = number === 2
  return (
    <Letter
      preview="Continue where you left off."
      step={3}
      because={`Sent because a sign-up with this address was started at ${host(site)}.`}
    >
      <Title>{isLast ? 'Your answers are still here' : 'Continue where you left off'}</Title>
      <Line>
        {isLast
          ? `${greeting}we keep what you told us for six more weeks, so you can come back at any time. Then we delete it.`
          : `${greeting}you have proved your address. What is left takes about two minutes: your name, a plan, and we set up the workspace.`}
      </Line>
      <Action href={link}>Continue the sign-up</Action>
      <Line>Your answers are saved. The link works on any device.</Line>
      <Rule />
      <Small>
        <Strong>Changed your mind?</Strong> Do nothing.{' '}
        {isLast
          ? 'This was the last mail about it.'
          : 'We write about this once more, in three days, and then no more.'}
      </Small>
    </Letter>
  )
}
