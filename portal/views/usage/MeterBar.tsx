import { Meter } from '../../../ui/Meter.tsx'
import { amountOf } from '../amounts.ts'
import type { MeterUse } from './meter-types.ts'
import { NEAR, shareText, standingOf } from './meter-words.ts'

/** How much of a limit is used, with a mark where it becomes worth a word. Amber from there on, red where more is refused. */
export function MeterBar({ use }: { use: MeterUse }) {
  const { name, used, limit, unit, percent } = use
  const { role, text } = standingOf(use)
  return (
    <div>
      <p className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-ui text-ink-2">
          <b className="text-title font-semibold text-ink tabular-nums">{amountOf(used, unit)}</b> of{' '}
          {amountOf(limit, unit)} included
        </span>
        <span className="text-ui text-ink-2 tabular-nums">{percent} %</span>
      </p>
      <Meter label={name} value={used} max={limit} text={`${shareText(use)}, ${percent} %`} role={role} mark={NEAR} />
      <p aria-hidden className="relative mt-0.5 h-4 text-micro text-ink-3">
        <span className="absolute -translate-x-1/2" style={{ insetInlineStart: `${NEAR}%` }}>
          {NEAR} %
        </span>
      </p>
      {role && (
        <p className={`mt-1 text-small ${role === 'problem' ? 'text-problem-ink' : 'text-person-ink'}`}>{text}</p>
      )}
    </div>
  )
}
