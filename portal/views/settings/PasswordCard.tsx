import { Card } from '../../../ui/Card.tsx'
import { submitted } from '../../../ui/form.ts'
import { PasswordField } from '../../../ui/PasswordField.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { useFirstInvalid } from '../../../ui/useFirstInvalid.ts'
import { lineFor, type PortalProblem, wordsFor } from '../problems.ts'
import { SaveRow } from './SaveRow.tsx'

export interface PasswordCardProps {
  busy: boolean
  problem: PortalProblem | null
  /** `under way`: it is set as soon as we can, and a mail says when. */
  done: 'changed' | 'under way' | null
  /** Rises with every change, so that the fields are empty after one. */
  round: number
  onChange(values: { current: string; next: string }): void
}

const ofNext: readonly PortalProblem[] = ['profile.password.weak', 'profile.password.tooLong']

/** A new password for whoever knows the old one. */
export function PasswordCard({ busy, problem, done, round, onChange }: PasswordCardProps) {
  const [atCurrent, atNext] = [problem === 'password.wrong', problem !== null && ofNext.includes(problem)]
  const form = useFirstInvalid(atCurrent || atNext ? (problem ?? '') : '')
  const said = { changed: 'Changed. Your other sessions have ended, and a mail says so.', 'under way': waiting }
  return (
    <Card title="Password">
      <form
        key={round}
        ref={form}
        noValidate
        className="tn-form max-w-105"
        onSubmit={(event) => {
          const values = submitted(event, 'current', 'next')
          if (!busy) onChange(values)
        }}
      >
        {problem && !atCurrent && !atNext && <ProblemPanel problem={wordsFor(problem)} />}
        <PasswordField label="Current password" name="current" error={atCurrent ? lineFor(problem) : null} />
        <PasswordField
          label="New password"
          name="next"
          isNew
          help="At least 10 characters. You are signed out everywhere else, and told by mail."
          error={atNext ? lineFor(problem) : null}
        />
        <SaveRow busy={busy} saved={done && said[done]}>
          Change password
        </SaveRow>
      </form>
    </Card>
  )
}

const waiting = 'We are at it. A mail says when the new one works; until then the old one does.'
