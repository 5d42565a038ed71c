import { Button } from '../../../ui/Button.tsx'
import { copy } from '../../copy/leaving.ts'
import { Rich } from '../../copy/Rich.tsx'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { placeOf } from './place.ts'

/** The address is theirs, but no workspace is. */
export function NoneStep({ email, onAgain }: { email: string; onAgain(): void }) {
  return (
    <WidgetShell
      {...placeOf('verify')}
      tone="person"
      title={copy.text('leave.none.title')}
      lead={<Rich of={copy.text('leave.none.lead')} values={{ email }} />}
      footer={copy.text('leave.foot')}
    >
      <Button onClick={onAgain}>{copy.text('leave.code.restart')}</Button>
    </WidgetShell>
  )
}
