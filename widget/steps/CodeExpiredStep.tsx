import { Button } from '../../ui/Button.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/later.ts'
import { Rich } from '../copy/Rich.tsx'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface CodeExpiredStepProps extends OnTrack {
  email: string
  busy: boolean
  problem: ProblemCode | null
  /** False when no more codes may be sent at all. */
  canResend?: boolean
  onResend(): void
  onChangeAddress(): void
}

/** The code lapsed while the person was away. */
export function CodeExpiredStep({
  email,
  busy,
  problem,
  canResend = true,
  track,
  onResend,
  onChangeAddress,
}: CodeExpiredStepProps) {
  return (
    <WidgetShell
      {...place('verify', track)}
      tone={problem ? 'problem' : 'person'}
      title={copy.text('expired.title')}
      lead={copy.text('expired.lead')}
      onBack={onChangeAddress}
    >
      {problem && <ProblemPanel problem={copy.problem(problem)} />}
      {canResend && (
        <Button busy={busy} onClick={onResend}>
          {copy.text('expired.submit')}
        </Button>
      )}
      <div className="tn-ways">
        <p>{canResend ? <Rich of={copy.text('expired.to')} values={{ email }} /> : copy.text('code.noneLeft')}</p>
        <p>
          {copy.text('code.wrongAddress')}{' '}
          <LinkButton off={busy} onClick={onChangeAddress}>
            {copy.text('code.change')}
          </LinkButton>
        </p>
      </div>
    </WidgetShell>
  )
}
