import { Field } from '../../ui/Field.tsx'

export interface EmailFieldProps {
  /** Known from a link or from before; editable. */
  known?: string
  error?: string | null
}

/** The address somebody signs in with; a password manager knows it as the name of the account. */
export const EmailField = ({ known = '', error = null }: EmailFieldProps) => (
  <Field label="Email" error={error}>
    {(control) => (
      <input
        {...control}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        required
        defaultValue={known}
      />
    )}
  </Field>
)
