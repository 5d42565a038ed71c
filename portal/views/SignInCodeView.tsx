import { CodeForm } from '../../ui/CodeForm.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { type PortalProblem, wordsFor } from './problems.ts'
import { DoorView } from './SignInView.tsx'

export interface SignInCodeViewProps {
  email: string
  problem: PortalProblem | null
  busy: boolean
  onSubmit(values: { code: string }): void
  onBack(): void
}

/** Asks for the code we mailed. Whether the address has an account is not said, to nobody. */
export function SignInCodeView({ email, problem, busy, onSubmit, onBack }: SignInCodeViewProps) {
  return (
    <DoorView
      title="Check your email"
      lead={
        <>
          If <b className="text-ink">{email}</b> has an account, a six-digit code is on its way to it.
        </>
      }
    >
      <CodeForm
        words={{ label: 'Six-digit code', submit: 'Sign in', again: 'Clear and try again' }}
        problem={problem && wordsFor(problem)}
        wrong={problem === 'code.wrong'}
        busy={busy}
        onSubmit={onSubmit}
      />
      <p className="mt-5 text-center text-ui text-ink-2">
        No mail after a minute? <LinkButton onClick={onBack}>Go back</LinkButton>
      </p>
    </DoorView>
  )
}
