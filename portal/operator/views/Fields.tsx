/** A value as names and values. Whatever is hidden says so. */

export interface FieldsProps {
  /** Empty: it stands above already. */
  title: string
  value: unknown
}

/** Nothing at all for a value without fields. */
export function Fields({ title, value }: FieldsProps) {
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : []
  if (fields.length === 0) return null
  return (
    <div>
      {title !== '' && <h3 className="text-small font-medium text-ink-3">{title}</h3>}
      <dl className="mt-1 grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-4 gap-y-0.5 rounded-control border border-line bg-surface px-3 py-2 font-mono text-small">
        {fields.map(([name, one]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="wrap-anywhere">
              <Value value={one} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Value({ value }: { value: unknown }) {
  if (value === '•••') return <span title="Hidden: it may be about a person">•••</span>
  if (value === null || value === undefined) return <span className="text-ink-3">nothing</span>
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value) && value.length === 0) return <span className="text-ink-3">none</span>
  return (
    <details>
      <summary className="cursor-pointer">
        {Array.isArray(value) ? `${value.length} of them` : Object.keys(value).join(', ')}
      </summary>
      <pre className="whitespace-pre-wrap">{JSON.stringify(value, null, 1)}</pre>
    </details>
  )
}
