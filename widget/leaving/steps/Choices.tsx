export interface ChoicesProps<Value extends string> {
  readonly name: string
  readonly legend: string
  readonly options: readonly { readonly value: Value; readonly label: string; readonly note?: string }[]
  readonly value: Value | null
  onPick(value: Value): void
}

/** One of a few, each on a line of its own. */
export function Choices<Value extends string>({ name, legend, options, value, onPick }: ChoicesProps<Value>) {
  return (
    <fieldset className="tn-choices">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onPick(option.value)}
          />
          <span>
            {option.label}
            {option.note && <small>{option.note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
