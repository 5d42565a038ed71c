import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { Field } from './Field.tsx'

export interface PasswordFieldProps {
  label: string
  name: string
  error?: string | null
}

/** An existing password, for the portal's sign-in; can be shown while typing. */
export function PasswordField({ label, name, error }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  const Picture = shown ? EyeOff : Eye
  return (
    <Field label={label} error={error}>
      {(control) => (
        <div className="tn-with-suffix">
          <input
            {...control}
            name={name}
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            autoCapitalize="off"
            spellCheck={false}
            required
          />
          <button
            type="button"
            className="tn-suffix"
            aria-label={shown ? 'Hide password' : 'Show password'}
            onClick={() => setShown(!shown)}
          >
            <Picture size={16} aria-hidden />
          </button>
        </div>
      )}
    </Field>
  )
}
