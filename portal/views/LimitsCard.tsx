import { Card } from '../../ui/Card.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { amountOf } from './amounts.ts'
import type { LimitUse } from './home-types.ts'

/** From this share on a limit is worth a word. */
const NEAR = 0.8

/** What the plan allows and how much of it is used. Amber near a limit, red at it; a word says the same. */
export function LimitsCard({ limits, isWide }: { limits: readonly LimitUse[]; isWide?: boolean }) {
  return (
    <Card title="Limits">
      <ul className={`grid gap-x-10 gap-y-4.5 text-ui ${isWide ? 'desk:grid-cols-2' : ''}`}>
        {limits.map((limit) => (
          <Limit key={limit.key} limit={limit} />
        ))}
      </ul>
    </Card>
  )
}

function Limit({ limit: { label, used, limit, unit } }: { limit: LimitUse }) {
  const share = limit > 0 ? used / limit : 1
  const role = share >= 1 ? 'problem' : share >= NEAR ? 'person' : undefined
  const text = `${amountOf(used, unit)} of ${amountOf(limit, unit)}`
  return (
    <li>
      <p className="mb-2 flex justify-between gap-3">
        {label}
        <span className="tabular-nums">
          <b>{amountOf(used, unit)}</b> <span className="text-ink-3">of {amountOf(limit, unit)}</span>
        </span>
      </p>
      <Meter label={label} value={used} max={limit} text={text} role={role} />
      {role && (
        <p className={`mt-1.5 text-small ${role === 'problem' ? 'text-problem-ink' : 'text-person-ink'}`}>
          {role === 'problem' ? 'All used' : `${Math.floor(share * 100)} % used`}
        </p>
      )}
    </li>
  )
}
