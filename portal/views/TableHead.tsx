export interface TableHeadProps {
  /** What the columns hold. On a phone only those that are needed to act are shown. */
  columns: readonly { label: string; deskOnly?: boolean }[]
}

/** The head of a list of people; what can be done with each stands in a last column without a title. */
export function TableHead({ columns }: TableHeadProps) {
  return (
    <thead className="text-start text-small text-ink-3">
      <tr>
        {columns.map(({ label, deskOnly }, index) => (
          <th
            key={label}
            scope="col"
            className={`py-2 text-start font-medium ${index === 0 ? 'px-4 tablet:px-5' : 'px-3'} ${deskOnly ? 'max-tablet:hidden' : ''}`}
          >
            {label}
          </th>
        ))}
        <th scope="col">
          <span className="tn-hidden">Actions</span>
        </th>
      </tr>
    </thead>
  )
}
