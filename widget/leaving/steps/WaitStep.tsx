import { Chip } from '../../../ui/Chip.tsx'
import { copy } from '../../copy/leaving.ts'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { type LeavingPlace, placeOf } from './place.ts'

export type Awaited = 'previewing' | 'submitting' | 'undoing' | 'moving' | 'stopping' | 'ending'

const places: Readonly<Record<Awaited, LeavingPlace>> = {
  previewing: 'look',
  submitting: 'confirm',
  undoing: 'end',
  moving: 'end',
  stopping: 'end',
  ending: 'end',
}

/** Our turn; nothing to press. */
export function WaitStep({ awaited }: { awaited: Awaited }) {
  return (
    <WidgetShell
      {...placeOf(places[awaited])}
      tone="us"
      title={copy.text('leave.wait.title')}
      lead={copy.text(`leave.wait.${awaited}`)}
      footer={copy.text('leave.footUnder')}
    >
      <div className="tn-state">
        <Chip role="us">{copy.text('waiting.us')}</Chip>
      </div>
    </WidgetShell>
  )
}
