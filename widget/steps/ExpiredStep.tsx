import { Button } from '../../ui/Button.tsx'
import { copy } from '../copy/later.ts'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface ExpiredStepProps extends OnTrack {
  onRestart(): void
}

/** The sign-up was left for too long and is forgotten. */
export function ExpiredStep({ track, onRestart }: ExpiredStepProps) {
  return (
    <WidgetShell
      {...place('account', track)}
      tone="person"
      title={copy.text('lapsed.title')}
      lead={copy.text('lapsed.lead')}
      footer={copy.text('lapsed.footer')}
    >
      <Button onClick={onRestart}>{copy.text('lapsed.restart')}</Button>
    </WidgetShell>
  )
}
