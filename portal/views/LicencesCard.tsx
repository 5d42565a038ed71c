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
  return (
    <li className="grid gap-x-8 gap-y-3 tablet:grid-cols-[minmax(0,14rem)_minmax(0,1fr)] tablet:items-center">
      <div className="text-ui">
        <p className="flex items-baseline justify-between gap-3 tablet:block">
          <span className="font-medium">{name}</span>
          <span className="text-ink-2 tabular-nums tablet:block">
            <b className="text-ink">{countOf(used)}</b> of {countOf(count)} given
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
              ['free', Math.max(0, count - used)],
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
          <BlockLegend kind="used">{countOf(used - over)} given</BlockLegend>
          {over > 0 && <BlockLegend kind="over">{countOf(over)} over the plan</BlockLegend>}
          <BlockLegend kind="free">{countOf(Math.max(0, count - used))} free</BlockLegend>
        </ul>
        {used >= count && <NoneLeft pool={pool} manages={manages} />}
      </div>
    </li>
  )
}

/** Why none can be given, and, for whoever gives them, what to do about it. */
function NoneLeft({ pool: { count, used }, manages }: { pool: LicencePool; manages: boolean }) {
  const back = used - count + 1
  const why = used > count ? 'Nobody loses theirs, but no more can be given.' : 'Every one is given.'
  return (
    <p className="text-ui text-ink-2">
      {why}
      {manages && (
        <>
          {' '}
          {count === 0 ? 'Your plan has none of them. ' : `To give another, take ${countOf(back)} back first, or `}
          <a className="tn-link" href="/portal/billing">
            {count === 0 ? 'Look at the plans' : 'choose a larger plan'}
          </a>
          .
        </>
      )}
    </p>
  )
}
