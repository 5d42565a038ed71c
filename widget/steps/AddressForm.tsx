import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { submitted } from '../../ui/form.ts'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { useFirstInvalid } from '../../ui/useFirstInvalid.ts'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/first.ts'

export interface AddressFormProps {
  /** Prefilled or typed before; editable. */
  email: string
  label: string
  problem: ProblemCode | null
  busy: boolean
  onSubmit(values: { email: string }): void
}

/** One address, and what is wrong with it said where it was typed. */
export function AddressForm({ email, label, problem, busy, onSubmit }: AddressFormProps) {
  const words = problem && copy.problem(problem)
  const atField = problem === 'address.invalid'
  const form = useFirstInvalid(atField ? problem : '')
  return (
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
        label={label}
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
  )
}
