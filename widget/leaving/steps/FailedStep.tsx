import { Button } from '../../../ui/Button.tsx'
import { copy } from '../../copy/leaving.ts'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { placeOf } from './place.ts'

/** What there is could not be looked up. */
export function FailedStep({ busy, onAgain }: { busy: boolean; onAgain(): void }) {
  return (
    <WidgetShell
      {...placeOf('look')}
      tone="problem"
      title={copy.text('leave.failed.title')}
      lead={copy.text('leave.failed.lead')}
      footer={copy.text('leave.foot')}
    >
      <Button busy={busy} onClick={onAgain}>
        {copy.text('leave.again')}
      </Button>
    </WidgetShell>
  )
}
