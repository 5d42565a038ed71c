import { Skeleton } from '../../ui/Skeleton.tsx'
import { copy } from '../copy/later.ts'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface PlansLoadingStepProps extends OnTrack {
  onBack?(): void
}

/** The plans are being read: the plan step's shape, without its words. */
export function PlansLoadingStep({ track, onBack }: PlansLoadingStepProps) {
  return (
    <WidgetShell
      {...place('plan', track)}
      tone="us"
      title={copy.text('plan.title')}
      lead={copy.text('plan.lead')}
      onBack={onBack}
    >
      <Skeleton label={copy.text('plan.loading')} rows={[62, 62, 44]} />
    </WidgetShell>
  )
}
