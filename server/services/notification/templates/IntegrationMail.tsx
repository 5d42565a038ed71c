import type { IntegrationKind } from '../../../../machines/integration/integration.types.ts'
import { Letter } from './Letter.tsx'
import { Action, Line, Rule, Small, Strong, Title } from './parts.tsx'
import type { MailProps } from './props.ts'
import { asName, host, oneLine } from './words.ts'

const names: Record<IntegrationKind, string> = {
  github: 'GitHub',
  anthropic: 'Anthropic',
  npm: 'npm',
  openvsx: 'Open VSX',
}

export const integrationBrokenSubject = ({ kind, company }: MailProps['integrationBroken']) =>
  `${names[kind]} is not connected to ${oneLine(company)} any more`

/** To whoever may manage a workspace whose key another company knows no more. */
export function IntegrationBrokenMail({ name, company, kind, account, link, site }: MailProps['integrationBroken']) {
  const what = kind === 'github' ? 'the access you gave' : 'the key you gave'
  return (
    <Letter
      preview="Connect it again to go on working with it."
      step={null}
      because={`Sent because you manage a workspace at ${host(site)}.`}
    >
      <Title>{names[kind]} has to be connected again</Title>
      <Line>
        {asName(name)}, {names[kind]} no longer takes {what} <Strong>{asName(company)}</Strong>
        {account && <> for {asName(account)}</>}. It was taken back there, or it has expired.
      </Line>
      <Line>Whatever works with it in this workspace waits until then. Nothing else is touched.</Line>
      <Action href={link}>Open the integrations</Action>
      <Rule />
      <Small>
        <Strong>You took it back yourself?</Strong> Then disconnect it on the same page, and we stop asking.
      </Small>
    </Letter>
  )
}
