import type { AuditFilters, AuditScope } from './audit-types.ts'

export interface AuditFilterBarProps {
  readonly filters: AuditFilters
  readonly people: readonly { readonly id: string; readonly name: string }[]
  onFilter(filters: AuditFilters): void
}

/** Which entries are shown. */
export function AuditFilterBar({ filters, people, onFilter }: AuditFilterBarProps) {
  const { scope, person, refusedOnly } = filters
  return (
    <fieldset className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <legend className="tn-hidden">Which entries are shown</legend>
      <label className="grid gap-1.5 text-ui font-medium">
        Show
        <select
          className="tn-input w-56 font-normal"
          value={scope}
          onChange={({ target }) => onFilter({ ...filters, scope: target.value as AuditScope, person: '' })}
        >
          <option value="people">What people asked for</option>
          <option value="everything">Everything</option>
        </select>
      </label>
      <label className="grid gap-1.5 text-ui font-medium">
        Person
        <select
          className="tn-input w-56 font-normal"
          value={person}
          onChange={({ target }) => onFilter({ ...filters, person: target.value })}
        >
          <option value="">Everybody</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="flex min-h-9 items-center gap-2 text-ui">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={refusedOnly}
          onChange={({ target }) => onFilter({ ...filters, refusedOnly: target.checked })}
        />
        Only what was refused
      </label>
    </fieldset>
  )
}
