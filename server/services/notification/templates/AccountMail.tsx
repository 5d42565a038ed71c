import { Letter } from './Letter.tsx'
import { Action, Anchor, Line, Rule, Small, Strong, Title } from './parts.tsx'
import type { MailProps } from './props.ts'
import { asName, clockTime, dateOf, host } from './words.ts'

export const someoneTriedSubject = () => 'You already have a Tenure account'

/** The page says the same to everybody; only the owner of the address learns that it has an account. */
export function SomeoneTriedMail({ link, site }: MailProps['someoneTried']) {
  return (
    <Letter
      preview="Sign in instead of signing up."
      step={null}
      because={`Sent because this address was entered at ${host(site)}.`}
    >
      <Title>You already have an account</Title>
      <Line>
        Someone started a sign-up with this address. If it was you, sign in instead: everything you made is still there.
      </Line>
      <Action href={link}>Sign in</Action>
      <Line>Forgotten the password? Choose a code by mail on that page.</Line>
      <Rule />
      <Small>
        <Strong>It was not you?</Strong> Then someone typed your address by mistake. Nothing has changed, nobody got in,
        and there is nothing you need to do.
      </Small>
    </Letter>
  )
}

export const noAccountSubject = () => 'This address has no Tenure account'

/** Somebody tried to sign in with an address nobody has signed up with. */
export function NoAccountMail({ link, site }: MailProps['noAccount']) {
  return (
    <Letter
      preview="Try another address, or sign up."
      step={null}
      because={`Sent because this address was entered at ${host(site)}.`}
    >
      <Title>This address has no account</Title>
      <Line>
        Someone asked for a code to sign in with it. If it was you, try the address you signed up with, or make an
        account with this one.
      </Line>
      <Action href={link}>Sign up</Action>
      <Rule />
      <Small>
        <Strong>It was not you?</Strong> Then someone typed your address by mistake. Ignore this mail; nothing was made.
      </Small>
    </Letter>
  )
}

export const passwordChangedSubject = () => 'Your Tenure password was changed'

/** To whoever has a new password, so that nobody gets one behind their back. */
export function PasswordChangedMail({ name, atMs, link, site }: MailProps['passwordChanged']) {
  return (
    <Letter
      preview="You are signed out everywhere else."
      step={null}
      because={`Sent because the password of an account with this address was changed at ${host(site)}.`}
    >
      <Title>Your password was changed</Title>
      <Line>
        {asName(name)}, your account has had another password since {dateOf(atMs)}, {clockTime(atMs)}. You are signed
        out everywhere but where you changed it.
      </Line>
      <Rule />
      <Small>
        <Strong>It was not you?</Strong> Then somebody has your old password, or found your screen unlocked.{' '}
        <Anchor href={link}>Sign in with a code by mail</Anchor>, end the sessions you do not know under Settings, and
        write to us at once.
      </Small>
    </Letter>
  )
}
