import { Meter } from '../../ui/Meter.tsx'
import { countOf } from './amounts.ts'
import { BlockLegend, CountBlocks, MOST_BLOCKS } from './CountBlocks.tsx'
import type { Seats } from './team-types.ts'

/** Seats are counted, not measured: one block each, solid, hatched or outlined, with the words below. */
export function SeatsCard({ seats: { used, held, all } }: { seats: Seats }) {
  const free = Math.max(0, all - used)
  const hatched = Math.min(held, free)
  return (
    <section
      aria-label="Seats"
      className="grid gap-x-8 gap-y-4 rounded-card bg-surface p-4 shadow-card tablet:grid-cols-[auto_minmax(0,1fr)] tablet:items-center tablet:p-5"
    >
      <p className="text-ui text-ink-2">
        <b className="block text-figure font-semibold tracking-tight text-ink tabular-nums">
          {countOf(used + hatched)} of {countOf(all)}
        </b>
        {all === 1 ? 'seat' : 'seats'} taken or held
      </p>
      <div className="grid gap-3">
        {all <= MOST_BLOCKS ? (
          <CountBlocks
            counts={[
              ['used', used],
              ['held', hatched],
              ['free', free - hatched],
            ]}
          />
        ) : (
          <Meter label="Seats" value={used + hatched} max={all} text={`${used + hatched} of ${all}`} />
        )}
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-small text-ink-2">
          <BlockLegend kind="used">{peopleOf(used)}</BlockLegend>
          {hatched > 0 && <BlockLegend kind="held">{countOf(hatched)} held for invitations</BlockLegend>}
          <BlockLegend kind="free">{countOf(free - hatched)} free</BlockLegend>
        </ul>
        {held > free && (
          <p className="text-ui text-ink-2">
            More invitations are out than seats are free. Whoever accepts first gets in; the others wait for a seat.
          </p>
        )}
      </div>
    </section>
  )
}

const peopleOf = (count: number) => `${countOf(count)} ${count === 1 ? 'person' : 'people'}`
