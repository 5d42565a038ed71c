import { Letter } from './Letter.tsx'
import { Anchor, CodePanel, grouped, Line, Rule, Small, Strong, Title, Together } from './parts.tsx'
import type { MailProps } from './props.ts'
import { clockTime, host } from './words.ts'

export const codeSubject = ({ code }: { code: string }) => `${grouped(code)} is your Tenure code`

/** The code that proves an address, and a link whose page has a button that does the same. */
export function CodeMail({ code, minutes, untilMs, link, site }: MailProps['code']) {
  return (
    <Letter
      preview={`It works for ${minutes} minutes.`}
      step={2}
      because={`Sent because this address was entered at ${host(site)}.`}
    >
      <Title>
        Your code is <Together>{grouped(code)}</Together>
      </Title>
      <Line>
        Type it in the tab where you started. It works for {minutes} minutes, until{' '}
        <Strong>{clockTime(untilMs)}</Strong>.
      </Line>
      <CodePanel code={code} />
      <Line>
        Rather not type? <Anchor href={link}>Confirm your address with a button</Anchor>
      </Line>
      <Rule />
      <Small>
        <Strong>You did not ask for this?</Strong> Then someone typed your address by mistake. Ignore this mail; without
        the code no account is made, and the address is forgotten after a day.
      </Small>
      <Small>Nobody from Tenure will ever ask you for this code.</Small>
    </Letter>
  )
}

/** The code that signs in whoever has an account. */
export function SignInCodeMail({ code, minutes, untilMs, site }: MailProps['signInCode']) {
  return (
    <Letter
      preview={`It works for ${minutes} minutes.`}
      step={null}
      because={`Sent because somebody signs in with this address at ${host(site)}.`}
    >
      <Title>
        Your code is <Together>{grouped(code)}</Together>
      </Title>
      <Line>
        Type it in the tab where you sign in. It works for {minutes} minutes, until{' '}
        <Strong>{clockTime(untilMs)}</Strong>.
      </Line>
      <CodePanel code={code} />
      <Rule />
      <Small>
        <Strong>You did not ask for this?</Strong> Then someone typed your address. Ignore this mail; without the code
        nobody gets in.
      </Small>
      <Small>Nobody from Tenure will ever ask you for this code.</Small>
    </Letter>
  )
}
