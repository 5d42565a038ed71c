import { CodeForm } from '../../../ui/CodeForm.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import type { ProblemCode } from '../../copy/copy.ts'
import { copy, wordsOf } from '../../copy/leaving.ts'
import { Rich } from '../../copy/Rich.tsx'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { placeOf } from './place.ts'

export interface CodeStepProps {
  readonly email: string
  readonly problem: ProblemCode | null
  /** No code opens this door any more. */
  readonly isOver: boolean
  readonly busy: boolean
  onSubmit(values: { code: string }): void
  onRestart(): void
}

/** Asks for the six digits we mailed, if there was an account to mail them to. */
export function CodeStep({ email, problem, isOver, busy, onSubmit, onRestart }: CodeStepProps) {
  const words = problem && wordsOf(problem)
  return (
    <WidgetShell
      {...placeOf('verify')}
      tone={problem ? 'problem' : 'person'}
      title={copy.text('leave.code.title')}
      lead={<Rich of={copy.text('leave.code.lead')} values={{ email }} />}
      footer={copy.text('leave.foot')}
      onBack={onRestart}
    >
      {isOver ? (
        <ProblemPanel problem={words ?? wordsOf('code.dead')} />
      ) : (
        <CodeForm
          words={{ label: copy.text('code.label'), submit: copy.text('code.submit'), again: copy.text('code.again') }}
          problem={words}
          wrong={problem === 'code.wrong'}
          busy={busy}
          onSubmit={onSubmit}
        />
      )}
      <div className="tn-ways">
        <p>
          <LinkButton onClick={onRestart}>{copy.text('leave.code.restart')}</LinkButton>
        </p>
      </div>
    </WidgetShell>
  )
}
