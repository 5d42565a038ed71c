import { CodeForm } from '../../ui/CodeForm.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import type { ProblemText } from '../../ui/ProblemPanel.tsx'
import { spanOf, timeOfDay } from '../../ui/time.ts'
import { useSecondsUntil } from '../../ui/useSecondsUntil.ts'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/later.ts'
import { Rich } from '../copy/Rich.tsx'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface CodeStepProps extends OnTrack {
  email: string
  /** When the code stops working, ISO. */
  worksUntil: string | null
  problem: ProblemCode | null
  triesLeft: number | null
  busy: boolean
  /** Before this moment, ISO, no new code is sent; the link counts down to it. */
  resendAt: string | null
  /** False when no more codes may be sent at all. */
  canResend?: boolean
  onSubmit(values: { code: string }): void
  onResend(): void
  onChangeAddress(): void
}

/** Asks for the six digits we mailed. Sends itself with the sixth. */
export function CodeStep(props: CodeStepProps) {
  const { email, worksUntil, problem, triesLeft, busy, onSubmit, onChangeAddress } = props
  return (
    <WidgetShell
      {...place('verify', props.track)}
      tone={problem ? 'problem' : 'person'}
      title={copy.text('code.title')}
      lead={
        <Rich
          of={copy.text(worksUntil ? 'code.leadUntil' : 'code.lead', worksUntil ? { time: timeOfDay(worksUntil) } : {})}
          values={{ email }}
        />
      }
      onBack={onChangeAddress}
    >
      <CodeForm
        words={{ label: copy.text('code.label'), submit: copy.text('code.submit'), again: copy.text('code.again') }}
        problem={problem && withTries(problem, triesLeft)}
        wrong={problem === 'code.wrong'}
        busy={busy}
        onSubmit={onSubmit}
      />
      <WaysAround {...props} />
    </WidgetShell>
  )
}

function WaysAround({ resendAt, canResend = true, busy, onResend, onChangeAddress }: CodeStepProps) {
  const wait = useSecondsUntil(resendAt)
  return (
    <div className="tn-ways">
      {canResend ? (
        <p>
          {copy.text('code.noMail')}{' '}
          <LinkButton off={busy || wait > 0} onClick={onResend}>
            {wait > 0 ? copy.text('code.resendIn', { wait: spanOf(wait) }) : copy.text('code.resend')}
          </LinkButton>
        </p>
      ) : (
        <p>{copy.text('code.noneLeft')}</p>
      )}
      <p>
        {copy.text('code.wrongAddress')}{' '}
        <LinkButton off={busy} onClick={onChangeAddress}>
          {copy.text('code.change')}
        </LinkButton>
      </p>
    </div>
  )
}

function withTries(code: ProblemCode, triesLeft: number | null): ProblemText {
  const problem = copy.problem(code)
  if (code !== 'code.wrong' || triesLeft === null) return problem
  return { ...problem, todo: `${problem.todo} ${copy.text('code.tries', { count: triesLeft })}` }
}
