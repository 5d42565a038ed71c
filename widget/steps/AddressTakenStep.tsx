import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { copy } from '../copy/later.ts'
import { Rich } from '../copy/Rich.tsx'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface AddressTakenStepProps extends OnTrack {
  email: string
  signInUrl: string
}

/** Somebody with this address finished a sign-up meanwhile: the way on is to sign in. */
export function AddressTakenStep({ email, signInUrl, track }: AddressTakenStepProps) {
  return (
    <WidgetShell
      {...place('setup', track)}
      tone="problem"
      title={copy.text('taken.title')}
      lead={<Rich of={copy.text('taken.lead')} values={{ email }} />}
      footer={copy.text('taken.footer')}
    >
      <ButtonLink href={signInUrl}>{copy.text('taken.submit')}</ButtonLink>
    </WidgetShell>
  )
}
