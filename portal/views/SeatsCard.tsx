import { Meter } from '../../ui/Meter.tsx'
import { countOf } from './amounts.ts'
import type { Seats } from './team-types.ts'

/** More blocks than these are counted by nobody. */
const MOST_BLOCKS = 50

type Kind = 'used' | 'held' | 'free'

/** Seats are counted, not measured: one block each, solid, hatched or outlined, with the words below. */
export function SeatsCard({ seats: { used, held, all } }: { seats: Seats }) {
  const free = Math.max(0, all - used)
  const hatched = Math.min(held, free)
  const kinds: Kind[] = [
    ...Array.from({ length: used }, () => 'used' as const),
    ...Array.from({ length: hatched }, () => 'held' as const),
    ...Array.from({ length: free - hatched }, () => 'free' as const),
  ]
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
          <Blocks kinds={kinds} />
        ) : (
          <Meter label="Seats" value={used + hatched} max={all} text={`${used + hatched} of ${all}`} />
        )}
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-small text-ink-2">
          <Legend kind="used">{peopleOf(used)}</Legend>
          {hatched > 0 && <Legend kind="held">{countOf(hatched)} held for invitations</Legend>}
          <Legend kind="free">{countOf(free - hatched)} free</Legend>
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

const looks: Record<Kind, string> = {
  used: 'bg-accent',
  held: 'tn-hatched',
  free: 'shadow-[inset_0_0_0_1.25px_var(--tn-line-control)]',
}

/** The words below say the same, so the drawing is hidden from readers. */
function Blocks({ kinds }: { kinds: readonly Kind[] }) {
  return (
    <div aria-hidden className="flex flex-wrap gap-1.5">
      {kinds.map((kind, index) => (
        <span key={index} className={`h-6 max-w-16 grow basis-5 rounded-chip ${looks[kind]}`} />
      ))}
    </div>
  )
}

function Legend({ kind, children }: { kind: Kind; children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden className={`size-2.5 rounded-[3px] ${looks[kind]}`} />
      {children}
    </li>
  )
}

const peopleOf = (count: number) => `${countOf(count)} ${count === 1 ? 'person' : 'people'}`
