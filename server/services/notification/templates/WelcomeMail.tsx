import { Letter } from './Letter.tsx'
import { Action, Line, Rule, Small, Strong, Title } from './parts.tsx'
import type { MailProps } from './props.ts'
import { asName, host, oneLine } from './words.ts'

export const welcomeSubject = ({ company }: { company: string }) => `${oneLine(company)} is ready`

/** The workspace is there. */
export function WelcomeMail({ name, company, planName, link, site }: MailProps['welcome']) {
  return (
    <Letter
      preview="Your workspace is set up."
      step={6}
      because={`Sent because a workspace was made with this address at ${host(site)}.`}
    >
      <Title>{asName(company)} is ready</Title>
      <Line>
        {asName(name)}, your workspace is set up on the plan <Strong>{asName(planName)}</Strong>. You are its owner.
      </Line>
      <Action href={link}>Open the workspace</Action>
      <Line>Start with a project. The API key waits on the home page; it is shown once.</Line>
      <Rule />
      <Small>
        <Strong>It was not you?</Strong> Then someone with access to this mailbox made it. Answer this mail, and a
        person looks at it.
      </Small>
    </Letter>
  )
}
