import { useId } from 'react'
import { CODE_LENGTH, digitsOf } from './code-digits.ts'

export interface CodeFieldProps {
  label: string
  value: string
  invalid: boolean
  busy: boolean
  /** Id of the text that explains the error, if one shows. */
  describedBy?: string
  onChange(digits: string): void
  /** The sixth digit just arrived, typed or pasted. */
  onComplete(digits: string): void
}

/**
 * Six boxes that are one input: the operating system can fill it from the mail (`one-time-code`), a paste works in
 * one go, and a screen reader meets one field instead of six.
 */
export function CodeField({ label, value, invalid, busy, describedBy, onChange, onComplete }: CodeFieldProps) {
  const id = useId()

  function take(input: HTMLInputElement) {
    const digits = digitsOf(input.value)
    if (busy || digits === value) {
      // where nothing changes nothing is drawn, and preact would leave the letters that were typed
      input.value = value
      return
    }
    onChange(digits)
    if (digits.length === CODE_LENGTH) onComplete(digits)
  }

  return (
    <div className="tn-code" data-invalid={invalid || undefined}>
      <Boxes value={value} />
      <input
        id={id}
        name="code"
        aria-label={label}
        value={value}
        readOnly={busy}
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        onChange={(event) => take(event.currentTarget)}
      />
    </div>
  )
}

function Boxes({ value }: { value: string }) {
  const here = Math.min(value.length, CODE_LENGTH - 1)
  const boxes = []
  for (let at = 0; at < CODE_LENGTH; at += 1) {
    if (at === CODE_LENGTH / 2) boxes.push(<i key="dash" />)
    boxes.push(
      <span key={at} aria-hidden data-here={at === here || undefined}>
        {value[at]}
      </span>,
    )
  }
  return <>{boxes}</>
}
