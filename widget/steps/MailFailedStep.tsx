import { Button } from '../../ui/Button.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/later.ts'
import { Rich } from '../copy/Rich.tsx'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface MailFailedStepProps extends OnTrack {
  email: string
  busy: boolean
  /** A newer one than the mail's own. */
  problem: ProblemCode | null
  /** False when no more codes may be sent at all; then the address is the only way on. */
  canResend?: boolean
  onResend(): void
  onChangeAddress(): void
}

/** The mail did not get through: the fix is the address or another try. */
export function MailFailedStep({
  email,
  busy,
  problem,
  canResend = true,
  track,
  onResend,
  onChangeAddress,
}: MailFailedStepProps) {
  return (
    <WidgetShell
      {...place('verify', track)}
      tone="problem"
      title={copy.text('mail.title')}
      lead={<Rich of={copy.text('mail.lead')} values={{ email }} />}
      onBack={onChangeAddress}
    >
      <ProblemPanel problem={copy.problem(problem ?? 'mail.failed')} />
      {canResend && (
        <Button busy={busy} onClick={onResend}>
          {copy.text('mail.retry')}
        </Button>
      )}
      <Button kind={canResend ? 'outline' : 'primary'} off={busy} onClick={onChangeAddress}>
        {copy.text('code.useOther')}
      </Button>
    </WidgetShell>
  )
}
