import { type ReactNode, useId } from 'react'
import { Button } from '../../ui/Button.tsx'
import { submitted } from '../../ui/form.ts'
import { Mark } from '../../ui/Mark.tsx'
import { PasswordField } from '../../ui/PasswordField.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { useFirstInvalid } from '../../ui/useFirstInvalid.ts'
import { EmailField } from './EmailField.tsx'
import { lineFor, type PortalProblem, wordsFor } from './problems.ts'

export interface SignInViewProps {
  /** Known from a link or from before; editable. */
  email?: string
  problem: PortalProblem | null
  busy: boolean
  onSubmit(values: { email: string; password: string }): void
  /** A code by mail instead of the password. The address may still be empty or wrong: `address.invalid` says so. */
  onMailCode(values: { email: string }): void
}

/** The door to the portal: address and password, or a code by mail. */
export function SignInView({ email = '', problem, busy, onSubmit, onMailCode }: SignInViewProps) {
  const atAddress = problem === 'address.invalid'
  const form = useFirstInvalid(atAddress ? problem : '')

  function mailCode() {
    if (form.current) onMailCode({ email: String(new FormData(form.current).get('email') ?? '') })
  }

  return (
    <DoorView title="Sign in" lead="To the workspace of your team.">
      <form
        ref={form}
        noValidate
        className="tn-form"
        onSubmit={(event) => {
          const values = submitted(event, 'email', 'password')
          if (!busy) onSubmit(values)
        }}
      >
        {problem && !atAddress && <ProblemPanel problem={wordsFor(problem)} />}
        <EmailField known={email} error={atAddress ? lineFor(problem) : null} />
        <PasswordField label="Password" name="password" />
        <Button type="submit" busy={busy}>
          Sign in
        </Button>
        <Button kind="outline" off={busy} onClick={mailCode}>
          Mail me a code instead
        </Button>
      </form>
      <p className="mt-5 text-center text-ui text-ink-2">
        No workspace yet?{' '}
        <a className="tn-link" href="/portal/sign-up">
          Create one
        </a>
      </p>
    </DoorView>
  )
}

/** One card in the middle of the page, for whoever is not inside yet. */
export function DoorView({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <main
      className="tenure-portal grid min-h-dvh place-content-center justify-items-center gap-6 bg-canvas px-4 py-10"
      aria-labelledby={id}
    >
      <p className="flex items-center gap-2 text-title font-semibold tracking-tight">
        <span className="text-accent">
          <Mark size={22} />
        </span>
        Tenure
      </p>
      <section className="w-[min(400px,calc(100vw-32px))] rounded-shell bg-surface p-6 shadow-shell">
        <h1 id={id} className="text-heading font-semibold tracking-tight">
          {title}
        </h1>
        <p className="mt-1 mb-5 text-ink-2 text-pretty wrap-anywhere">{lead}</p>
        {children}
      </section>
    </main>
  )
}
