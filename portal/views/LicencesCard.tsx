import { Card } from '../../ui/Card.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { countOf } from './amounts.ts'
import { BlockLegend, CountBlocks, MOST_BLOCKS } from './CountBlocks.tsx'
import type { LicencePool } from './team-types.ts'

export interface LicencesCardProps {
  pools: readonly LicencePool[]
  /** Whether this reader gives them and takes them back. */
  manages: boolean
}

/** How many licences of each kind are given, and what to do when none is left. */
export function LicencesCard({ pools, manages }: LicencesCardProps) {
  return (
    <Card title="Licences">
      <ul className="grid gap-6">
        {pools.map((pool) => (
          <Pool key={pool.key} pool={pool} manages={manages} />
        ))}
      </ul>
    </Card>
  )
}

function Pool({ pool, manages }: { pool: LicencePool; manages: boolean }) {
  const { name, summary, count, used } = pool
  const over = Math.max(0, used - count)
  const free = Math.max(0, count - used)
  return (
    <li className="grid gap-x-8 gap-y-3 tablet:grid-cols-[minmax(0,14rem)_minmax(0,1fr)] tablet:items-center">
      <div className="text-ui">
        <p className="flex items-baseline justify-between gap-3 tablet:block">
          <span className="font-medium">{name}</span>
          <span className="text-ink-2 tabular-nums tablet:block">
            <b className="text-ink">{countOf(used)}</b> {count > 0 && `of ${countOf(count)}`} given
          </span>
        </p>
        <p className="text-small text-ink-2">{summary}</p>
      </div>
      <div className="grid gap-3">
        {Math.max(used, count) <= MOST_BLOCKS ? (
          <CountBlocks
            counts={[
              ['used', used - over],
              ['over', over],
              ['free', free],
            ]}
          />
        ) : (
          <Meter
            label={`${name} licences`}
            value={used}
            max={count}
            text={`${used} of ${count}`}
            role={over > 0 ? 'problem' : undefined}
          />
        )}
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-small text-ink-2">
          {count > 0 && <BlockLegend kind="used">{countOf(used - over)} given</BlockLegend>}
          {over > 0 && <BlockLegend kind="over">{countOf(over)} over the plan</BlockLegend>}
          {count > 0 && <BlockLegend kind="free">{countOf(free)} free</BlockLegend>}
        </ul>
        {used >= count && <NoneLeft pool={pool} manages={manages} />}
      </div>
    </li>
  )
}

/** Why none can be given, and, for whoever gives them, what to do about it. */
function NoneLeft({ pool: { count, used }, manages }: { pool: LicencePool; manages: boolean }) {
  const back = countOf(used - count + 1)
  const why = used > count ? 'Nobody loses theirs, but no more can be given.' : 'Every one is given.'
  const todo = count === 0 ? 'Your plan has none of them.' : `To give another, take ${back} back or take a larger plan.`
  return (
    <div className="grid justify-items-start gap-1 text-ui text-ink-2">
      <p>
        {why} {manages && todo}
      </p>
      {manages && (
        <a className="tn-link" href="/portal/billing">
          Look at the plans
        </a>
      )}
    </div>
  )
}
