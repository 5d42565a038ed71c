import { type ReactNode, useId } from 'react'
import { Glyph } from './Glyph.tsx'

/** What a control must carry so that its label, help and error belong to it. Spread it on the input. */
export interface ControlProps {
  id: string
  className: string
  'aria-invalid': boolean | undefined
  'aria-describedby': string | undefined
}

export interface FieldProps {
  label: string
  help?: ReactNode
  /** What is wrong and what to do, in one line. Replaces the help while it shows. */
  error?: string | null
  children(control: ControlProps): ReactNode
}

/** A label above, help or an error below, wired once for every kind of control. */
export function Field({ label, help, error, children }: FieldProps) {
  const id = useId()
  const note = `${id}-note`
  return (
    <div className="tn-field">
      <label className="tn-label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        className: 'tn-input',
        'aria-invalid': error ? true : undefined,
        'aria-describedby': error || help ? note : undefined,
      })}
      {error ? (
        <p className="tn-error" id={note}>
          <Glyph role="problem" size={12} />
          <span>{error}</span>
        </p>
      ) : (
        help && (
          <p className="tn-help" id={note}>
            {help}
          </p>
        )
      )}
    </div>
  )
}
