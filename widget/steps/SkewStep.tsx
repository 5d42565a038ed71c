import { Button } from '../../ui/Button.tsx'
import { copy } from '../copy/first.ts'
import { type OnTrack, place, type TrackStep } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface SkewStepProps extends OnTrack {
  /** Where the flow stood. */
  at?: TrackStep
  onReload(): void
}

/** The page is older than the server, or a piece of it is gone. Part of the first script, because no other may come. */
export function SkewStep({ at = 'account', track, onReload }: SkewStepProps) {
  return (
    <WidgetShell {...place(at, track)} tone="person" title={copy.text('skew.title')} lead={copy.text('skew.lead')}>
      <Button onClick={onReload}>{copy.text('skew.reload')}</Button>
    </WidgetShell>
  )
}
