import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { copy } from '../../copy/leaving.ts'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { placeOf } from './place.ts'

/** Everything is gone. */
export function ClosedStep({ certificate, base }: { certificate: string | null; base: string }) {
  return (
    <WidgetShell
      {...placeOf('over')}
      tone="done"
      title={copy.text('leave.closed.title')}
      lead={copy.text('leave.closed.lead')}
      footer={copy.text('leave.footUnder')}
    >
      {certificate && (
        <ButtonLink href={`${base}/certificates/${certificate}`} newTab>
          {copy.text('leave.closed.certificate')}
        </ButtonLink>
      )}
    </WidgetShell>
  )
}
