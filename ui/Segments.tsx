import { useId } from 'react'

export interface SegmentsProps<Value extends string> {
  /** What is chosen between, for readers. */
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onPick(value: Value): void
}

/** One of two or three ways to look at the same thing. */
export function Segments<Value extends string>({ label, options, value, onPick }: SegmentsProps<Value>) {
  const name = useId()
  return (
    <div className="tn-segments" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onPick(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
