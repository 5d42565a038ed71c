import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { Field } from './Field.tsx'

export interface PasswordFieldProps {
  label: string
  name: string
  /** Chosen now, and not an existing one: password managers offer to make it. */
  isNew?: boolean
  help?: string
  error?: string | null
}

/** A password of the portal; can be shown while typing. */
export function PasswordField({ label, name, isNew, help, error }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  const Picture = shown ? EyeOff : Eye
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <div className="tn-with-suffix">
          <input
            {...control}
            name={name}
            type={shown ? 'text' : 'password'}
            autoComplete={isNew ? 'new-password' : 'current-password'}
            autoCapitalize="off"
            spellCheck={false}
            required
          />
          <button
            type="button"
            className="tn-suffix"
            aria-label={shown ? `Hide ${label.toLowerCase()}` : `Show ${label.toLowerCase()}`}
            onClick={() => setShown(!shown)}
          >
            <Picture size={16} aria-hidden />
          </button>
        </div>
      )}
    </Field>
  )
}
