import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { copy } from '../copy/later.ts'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface FinishedStepProps extends OnTrack {
  company: string
  signInUrl: string
}

/** The workspace was opened, or the door from here has closed: from now on they sign in. */
export function FinishedStep({ company, signInUrl, track }: FinishedStepProps) {
  return (
    <WidgetShell
      {...place('end', track)}
      tone="done"
      title={copy.text('finished.title', { company })}
      lead={copy.text('finished.lead')}
      footer={copy.text('footer.leave')}
      door={
        <div className="tn-door">
          <Mark size={28} />
        </div>
      }
    >
      <ButtonLink href={signInUrl}>{copy.text('finished.submit')}</ButtonLink>
    </WidgetShell>
  )
}
