import { copy } from '../../copy/leaving-first.ts'
import { AddressForm, type AddressFormProps } from '../../steps/AddressForm.tsx'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { placeOf } from './place.ts'

/** Asks whose workspace it is. */
export function AddressStep(asked: Omit<AddressFormProps, 'label'>) {
  return (
    <WidgetShell
      {...placeOf('account')}
      tone={asked.problem ? 'problem' : 'person'}
      title={copy.text('leave.address.title')}
      lead={copy.text('leave.address.lead')}
      footer={copy.text('leave.foot')}
    >
      <AddressForm label={copy.text('leave.address.label')} {...asked} />
    </WidgetShell>
  )
}
