import { Chip } from '../../../ui/Chip.tsx'
import { timeOf } from '../amounts.ts'
import type { AuditItem } from './audit-types.ts'

/** One entry: what, how it ended, and below it who, from where and when. */
export function AuditLine({ item, nowMs }: { item: AuditItem; nowMs: number }) {
  const { at, title, by, outcome, code, left, entered } = item
  return (
    <li className="grid gap-0.5 border-t border-line px-4 py-3 tablet:px-5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <span className="font-medium wrap-anywhere">{title}</span>
        <Chip role={outcome.role}>{outcome.word}</Chip>
      </p>
      <p className="text-small text-ink-2 wrap-anywhere">
        {by ? (
          <>
            {by.name} ({by.role}), {by.device}, {by.address},{' '}
          </>
        ) : (
          'By itself, '
        )}
        <time dateTime={at}>{timeOf(at, nowMs)}</time>
        {code !== null && (
          <>
            {' '}
            · <span className="font-mono">{code}</span>
          </>
        )}
      </p>
      {left.length + entered.length > 0 && <Moves left={left} entered={entered} />}
    </li>
  )
}

/** The states as the chart names them: what operators and support say, too. */
function Moves({ left, entered }: Pick<AuditItem, 'left' | 'entered'>) {
  return (
    <p className="font-mono text-small text-ink-3 wrap-anywhere">
      {left.join(', ')}
      {left.length > 0 && entered.length > 0 && (
        <>
          {' '}
          <span aria-label="then">→</span>{' '}
        </>
      )}
      {entered.join(', ')}
    </p>
  )
}
