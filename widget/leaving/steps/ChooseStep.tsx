import { Button } from '../../../ui/Button.tsx'
import { copy } from '../../copy/leaving.ts'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { placeOf } from './place.ts'

export interface ChooseStepProps {
  readonly workspaces: readonly { readonly id: string; readonly name: string }[]
  onChoose(tenant: string): void
}

/** They own more than one. */
export function ChooseStep({ workspaces, onChoose }: ChooseStepProps) {
  return (
    <WidgetShell
      {...placeOf('verify')}
      tone="person"
      title={copy.text('leave.choose.title')}
      lead={copy.text('leave.choose.lead')}
      footer={copy.text('leave.foot')}
    >
      <div className="tn-form">
        {workspaces.map(({ id, name }) => (
          <Button key={id} kind="outline" onClick={() => onChoose(id)}>
            {name}
          </Button>
        ))}
      </div>
    </WidgetShell>
  )
}
