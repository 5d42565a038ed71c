import { Button } from '../../../ui/Button.tsx'
import { copy } from '../../copy/leaving.ts'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { placeOf } from './place.ts'

/** Nobody has begun to leave. */
export function BeginStep({ company, busy, onBegin }: { company: string; busy: boolean; onBegin(): void }) {
  return (
    <WidgetShell
      {...placeOf('look')}
      tone="person"
      title={copy.text('leave.begin.title', { company })}
      lead={copy.text('leave.begin.lead')}
      footer={copy.text('leave.foot')}
    >
      <Button busy={busy} onClick={onBegin}>
        {copy.text('leave.begin.submit')}
      </Button>
    </WidgetShell>
  )
}
