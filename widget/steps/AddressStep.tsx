import { copy } from '../copy/first.ts'
import { AddressForm, type AddressFormProps } from './AddressForm.tsx'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export type AddressStepProps = OnTrack & Omit<AddressFormProps, 'label'>

/** Asks for the address the flow belongs to. The first thing a visitor sees, so it is kept small. */
export function AddressStep({ track, ...asked }: AddressStepProps) {
  return (
    <WidgetShell
      {...place('account', track)}
      tone={asked.problem ? 'problem' : 'person'}
      title={copy.text('address.title')}
      lead={copy.text('address.lead')}
    >
      <AddressForm label={copy.text('address.label')} {...asked} />
    </WidgetShell>
  )
}
