import { Button } from '../../../ui/Button.tsx'
import { copy } from '../../copy/leaving.ts'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { placeOf } from './place.ts'

/** The token has lapsed. What was begun goes on without it. */
export function GoneStep({ onAgain }: { onAgain(): void }) {
  return (
    <WidgetShell
      {...placeOf('verify')}
      tone="person"
      title={copy.text('leave.gone.title')}
      lead={copy.text('leave.gone.lead')}
      footer={copy.text('leave.footUnder')}
    >
      <Button onClick={onAgain}>{copy.text('leave.gone.again')}</Button>
    </WidgetShell>
  )
}
