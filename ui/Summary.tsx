/** A fact and its value. */
export interface Fact {
  label: string
  value: string
  /** The one the others lead to. */
  total?: boolean
}

/** Facts to check before a decision, or to keep after one. */
export function Summary({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="tn-summary">
      {facts.map(({ label, value, total }) => (
        <div key={label} data-total={total || undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
