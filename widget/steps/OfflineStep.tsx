import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { copy } from '../copy/later.ts'
import { type OnTrack, place, type TrackStep } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface OfflineStepProps extends OnTrack {
  /** Where the flow stood when the line went dead. */
  at?: TrackStep
  /** The same flow on a page of its own, for when only the frame is blocked. */
  hostedUrl: string
  onRetry(): void
}

/** No way to the server. Load this step early: when it is needed, nothing can be loaded any more. */
export function OfflineStep({ at = 'account', hostedUrl, track, onRetry }: OfflineStepProps) {
  return (
    <WidgetShell
      {...place(at, track)}
      tone="problem"
      title={copy.text('offline.title')}
      lead={copy.text('offline.lead')}
      footer={copy.text('offline.footer')}
    >
      <ProblemPanel problem={copy.problem('offline')} />
      <Button onClick={onRetry}>{copy.text('offline.retry')}</Button>
      <ButtonLink kind="quiet" href={hostedUrl} newTab>
        {copy.text('offline.hosted')}
      </ButtonLink>
    </WidgetShell>
  )
}
