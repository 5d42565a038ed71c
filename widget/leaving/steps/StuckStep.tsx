import { Chip } from '../../../ui/Chip.tsx'
import { Summary } from '../../../ui/Summary.tsx'
import { copy } from '../../copy/leaving.ts'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { placeOf } from './place.ts'

/** One of our people has to look; nothing is asked of the person. */
export function StuckStep({ reference }: { reference: string }) {
  return (
    <WidgetShell
      {...placeOf('end')}
      tone="us"
      title={copy.text('leave.stuck.title')}
      lead={copy.text('leave.stuck.lead')}
      footer={copy.text('leave.footUnder')}
    >
      <Summary facts={[{ label: copy.text('leave.reference'), value: reference }]} />
      <div className="tn-state">
        <Chip role="us">{copy.text('waiting.us')}</Chip>
      </div>
    </WidgetShell>
  )
}
