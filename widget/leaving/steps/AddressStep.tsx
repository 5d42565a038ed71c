import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { submitted } from '../../../ui/form.ts'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { useFirstInvalid } from '../../../ui/useFirstInvalid.ts'
import type { ProblemCode } from '../../copy/copy.ts'
import { copy } from '../../copy/leaving-first.ts'
import { WidgetShell } from '../../steps/WidgetShell.tsx'
import { placeOf } from './place.ts'

export interface AddressStepProps {
  readonly email: string
  readonly problem: ProblemCode | null
  readonly busy: boolean
  onSubmit(values: { email: string }): void
}

/** Asks whose workspace it is. */
export function AddressStep({ email, problem, busy, onSubmit }: AddressStepProps) {
  const words = problem && copy.problem(problem)
  const atField = problem === 'address.invalid'
  const form = useFirstInvalid(atField ? problem : '')
  return (
    <WidgetShell
      {...placeOf('account')}
      tone={problem ? 'problem' : 'person'}
      title={copy.text('leave.address.title')}
      lead={copy.text('leave.address.lead')}
      footer={copy.text('leave.foot')}
    >
      <form
        ref={form}
        className="tn-form"
        noValidate
        onSubmit={(event) => {
          const values = submitted(event, 'email')
          if (!busy) onSubmit(values)
        }}
      >
        {words && !atField && <ProblemPanel problem={words} />}
        <Field
          label={copy.text('leave.address.label')}
          help={copy.text('address.help')}
          error={words && atField ? `${words.what} ${words.todo}` : null}
        >
          {(control) => (
            <input
              {...control}
              name="email"
              type="email"
              autoComplete="email"
              autoCapitalize="off"
              spellCheck={false}
              required
              defaultValue={email}
            />
          )}
        </Field>
        <Button type="submit" busy={busy}>
          {copy.text('address.submit')}
        </Button>
      </form>
    </WidgetShell>
  )
}
