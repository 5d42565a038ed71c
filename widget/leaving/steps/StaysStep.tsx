import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { copy } from '../../copy/leaving.ts'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { placeOf } from './place.ts'

export interface StaysStepProps {
  readonly company: string
  /** It is on the plan that costs nothing now. */
  readonly isMoved: boolean
  readonly base: string
  readonly busy: boolean
  onBegin(): void
}

/** Nobody leaves any more. */
export function StaysStep({ company, isMoved, base, busy, onBegin }: StaysStepProps) {
  return (
    <WidgetShell
      {...placeOf('over')}
      tone="done"
      title={copy.text('leave.stays.title', { company })}
      lead={copy.text(isMoved ? 'leave.stays.free' : 'leave.stays.lead')}
      footer={copy.text('leave.foot')}
    >
      <div className="tn-form">
        <ButtonLink href={`${base}/portal/`}>{copy.text('leave.stays.portal')}</ButtonLink>
        <Button kind="quiet" busy={busy} onClick={onBegin}>
          {copy.text('leave.stays.begin')}
        </Button>
      </div>
    </WidgetShell>
  )
}
