import type { MemberRole } from '../../../../machines/vocabulary/people.ts'
import { Letter } from './Letter.tsx'
import { Action, Facts, Line, Rule, Small, Strong, Title } from './parts.tsx'
import type { MailProps } from './props.ts'
import { asName, dateOf, host, oneLine } from './words.ts'

const roles: Record<MemberRole, string> = {
  owner: 'Owner',
  admin: 'Admin',
  billing: 'Billing',
  developer: 'Developer',
  member: 'Member',
}

export const invitationSubject = ({ inviter, company, isReminder }: MailProps['invitation']) =>
  isReminder
    ? `Your invitation to ${oneLine(company)} ends soon`
    : `${oneLine(inviter)} invites you to ${oneLine(company)}`

/** To somebody a team wants to work with. Its link proves the address, so nothing else has to. */
export function InvitationMail({ inviter, company, role, link, untilMs, isReminder, site }: MailProps['invitation']) {
  return (
    <Letter
      preview={`Accept until ${dateOf(untilMs)}.`}
      step={null}
      because={`Sent because this address was invited at ${host(site)}.`}
    >
      <Title>{isReminder ? 'Your invitation ends soon' : `Join ${asName(company)}`}</Title>
      <Line>
        {asName(inviter)} invites you to work in <Strong>{asName(company)}</Strong>. Look at it, and accept or decline
        on the page that opens.
      </Line>
      <Facts
        rows={[
          ['Workspace', asName(company)],
          ['Your role', roles[role]],
          ['Works until', dateOf(untilMs)],
        ]}
      />
      <Action href={link}>See the invitation</Action>
      <Line>The link is for you alone and works once. A newer one takes its place.</Line>
      <Rule />
      <Small>
        <Strong>You do not know them?</Strong> Then ignore this mail: nothing is made, and the invitation ends by
        itself.
      </Small>
    </Letter>
  )
}

type Answered = MailProps['invitationAnswered']

/** Who it is about; their address is all we know of somebody who never came. */
const whoOf = ({ name, email }: Answered) => (name === '' ? email : name)

export const invitationAnsweredSubject = (props: Answered) => {
  const [who, company] = [oneLine(whoOf(props)), oneLine(props.company)]
  if (props.outcome === 'accepted') return `${who} joined ${company}`
  return props.outcome === 'declined' ? `${who} declined your invitation` : `Your invitation to ${who} expired`
}

/** To whoever invited: what became of it. */
export function InvitationAnsweredMail(props: Answered) {
  const { outcome, inviter, email, company, link, site } = props
  const who = asName(whoOf(props))
  const words = {
    accepted: [
      `${who} joined the team`,
      `They accepted the invitation to ${asName(company)} and work there from now on.`,
    ],
    declined: [`${who} declined`, `Nothing was made in ${asName(company)}, and the seat is free.`],
    expired: ['Your invitation expired', `Nobody accepted the invitation to ${asName(email)} within seven days.`],
  } as const
  const [title, what] = words[outcome]
  return (
    <Letter preview={what} step={null} because={`Sent because you invited somebody to a workspace at ${host(site)}.`}>
      <Title>{title}</Title>
      <Line>
        {asName(inviter)}, you invited {asName(email)}. {what}
      </Line>
      <Action href={link}>See the team</Action>
    </Letter>
  )
}

export const accessRemovedSubject = ({ company }: MailProps['accessRemoved']) =>
  `You no longer have access to ${oneLine(company)}`

/** To somebody who was taken off a team, or left it. */
export function AccessRemovedMail({ name, company, by, site }: MailProps['accessRemoved']) {
  const closed = 'It is closed to you from now on, and you are signed out everywhere.'
  return (
    <Letter
      preview="Your account stays as it is."
      step={null}
      because={`Sent because you were a member of a workspace at ${host(site)}.`}
    >
      <Title>{by === null ? `You have left ${asName(company)}` : `You are no longer in ${asName(company)}`}</Title>
      <Line>
        {asName(name)}, {by === null ? 'you left this workspace.' : `${asName(by)} removed you from this workspace.`}{' '}
        {closed}
      </Line>
      <Line>What you made there stays with the team. Your own account and your other workspaces stay as they are.</Line>
      <Rule />
      <Small>
        <Strong>This is a mistake?</Strong> {by === null ? 'Ask an owner of the workspace' : `Ask ${asName(by)}`} for a
        new invitation.
      </Small>
    </Letter>
  )
}
