import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { submitted } from '../../ui/form.ts'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { useFirstInvalid } from '../../ui/useFirstInvalid.ts'
import type { ProblemCode } from '../copy/copy.ts'
import { copy } from '../copy/first.ts'
import { type OnTrack, place } from './track.ts'
import { WidgetShell } from './WidgetShell.tsx'

export interface AddressStepProps extends OnTrack {
  /** Prefilled or typed before; editable. */
  email: string
  problem: ProblemCode | null
  busy: boolean
  onSubmit(values: { email: string }): void
}

/** Asks for the address the flow belongs to. The first thing a visitor sees, so it is kept small. */
export function AddressStep({ email, problem, busy, track, onSubmit }: AddressStepProps) {
  const words = problem && copy.problem(problem)
  const atField = problem === 'address.invalid'
  const form = useFirstInvalid(atField ? problem : '')
  return (
    <WidgetShell
      {...place('account', track)}
      tone={problem ? 'problem' : 'person'}
      title={copy.text('address.title')}
      lead={copy.text('address.lead')}
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
          label={copy.text('address.label')}
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
