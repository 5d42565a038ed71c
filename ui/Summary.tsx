/** A fact and its value. */
export interface Fact {
  label: string
  value: string
}

/** Facts to check before a decision, or to keep after one. */
export function Summary({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="tn-summary">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
