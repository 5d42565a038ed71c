/** The console's door: a password, then a code. One view for each thing that is asked. */
import { submitted } from '../../../ui/form.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { PasswordField } from '../../../ui/PasswordField.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { EmailField } from '../../views/EmailField.tsx'
import { DoorView as Door } from '../../views/SignInView.tsx'
import type { DoorProblem } from '../data/door.ts'
import { doorProblems } from './door-problems.ts'

export interface DoorProps {
  problem: DoorProblem | null
  busy: boolean
}

const Trouble = ({ problem }: { problem: DoorProblem | null }) =>
  problem && <ProblemPanel problem={doorProblems[problem]} />

/** First: address and password. */
export function PasswordView({
  problem,
  busy,
  onSubmit,
}: DoorProps & { onSubmit(values: { email: string; password: string }): void }) {
  return (
    <Door title="Sign in to the console" lead="For the people who operate this server.">
      <form
        className="tn-form"
        onSubmit={(event) => {
          const values = submitted(event, 'email', 'password')
          if (!busy) onSubmit(values)
        }}
      >
        <Trouble problem={problem} />
        <EmailField />
        <PasswordField label="Password" name="password" />
        <Button type="submit" busy={busy}>
          Continue
        </Button>
      </form>
      <p className="mt-5 text-center text-ui text-ink-2">
        Looking for your workspace?{' '}
        <a className="tn-link" href="/portal/sign-in">
          Sign in to the portal
        </a>
      </p>
    </Door>
  )
}

/** Then: six digits of the app, or a spare code. */
export function SecondFactorView({
  problem,
  busy,
  onSubmit,
  onBack,
}: DoorProps & { onSubmit(values: { code: string }): void; onBack(): void }) {
  return (
    <Door title="Your second factor" lead="Six digits of the app you set up, or one of your spare codes.">
      <form
        className="tn-form"
        onSubmit={(event) => {
          const { code } = submitted(event, 'code')
          if (!busy) onSubmit({ code: code.replaceAll(' ', '') })
        }}
      >
        <Trouble problem={problem} />
        <CodeInput />
        <Button type="submit" busy={busy}>
          Sign in
        </Button>
      </form>
      <p className="mt-5 text-center text-ui text-ink-2">
        <LinkButton onClick={onBack}>Begin again</LinkButton>
      </p>
    </Door>
  )
}

/** Behind a one-time link: the first operator. */
export function WelcomeView({
  problem,
  busy,
  onSubmit,
}: DoorProps & { onSubmit(values: { name: string; email: string; password: string }): void }) {
  return (
    <Door title="The first operator" lead="This link makes one, once. Afterwards you set up your second factor.">
      <form
        className="tn-form"
        onSubmit={(event) => {
          const values = submitted(event, 'name', 'email', 'password')
          if (!busy) onSubmit(values)
        }}
      >
        <Trouble problem={problem} />
        <Field label="Name">{(control) => <input {...control} name="name" autoComplete="name" required />}</Field>
        <EmailField />
        <PasswordField label="Password" name="password" isNew help="At least 12 characters." />
        <Button type="submit" busy={busy}>
          Make the operator
        </Button>
      </form>
    </Door>
  )
}

export const CodeInput = () => (
  <Field label="Code">
    {(control) => (
      <input
        {...control}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={40}
        required
      />
    )}
  </Field>
)
