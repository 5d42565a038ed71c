/** What each region was in, line by line: a span's width is how many lines it lasted. */
import type { Picture } from '../../../machines/kit/picture.ts'
import { roleOf } from '../../../ui/chart/roles.ts'
import type { Role } from '../../../ui/Glyph.tsx'
import type { ActorSeen, JournalEntry } from '../data/types.ts'
import type { At, Lane, Span } from '../journey.ts'
import { shortMoment, shortSpan } from '../times.ts'

export interface LanesProps {
  picture: Picture
  lanes: readonly Lane[]
  entries: readonly JournalEntry[]
  shown: At
  /** Running now, drawn to the right of what happened. */
  timers: ActorSeen['timers']
  onGoTo(at: At): void
}

export function Lanes({ picture, lanes, entries, shown, timers, onGoTo }: LanesProps) {
  const first = entries[0]!.seq
  const last = entries.at(-1)!.seq
  const width = last - first + 1
  const share = (lines: number) => `${(100 * lines) / width}%`
  return (
    <div className="relative mt-1 max-h-40 overflow-y-auto" aria-hidden>
      {lanes.map(({ region, spans }) => (
        <div key={region} className="mb-1 grid grid-cols-[96px_minmax(0,1fr)] items-center gap-2">
          <span className="truncate text-small text-ink-2">{nameOf(picture, region)}</span>
          <div className="relative h-6 overflow-hidden rounded-chip bg-sunken">
            {spans.map((span) => (
              <button
                key={span.fromSeq}
                type="button"
                tabIndex={-1}
                title={`${nameOf(picture, span.leaf)}${lasted(span)}`}
                onClick={() => onGoTo({ seq: span.fromSeq, micro: null })}
                style={{ left: share(span.fromSeq - first), width: share((span.toSeq ?? last + 1) - span.fromSeq) }}
                className={`absolute inset-y-0 truncate rounded-chip border px-1.5 text-start text-micro font-medium ${looks[roleIn(picture, span.leaf)]}`}
              >
                {nameOf(picture, span.leaf)}
              </button>
            ))}
            <span
              className="absolute inset-y-0 w-0.5 bg-ink"
              style={{ left: share(Math.min(Math.max(shown.seq - first + 0.5, 0), width)) }}
            />
          </div>
        </div>
      ))}
      <p className="mt-1 flex flex-wrap justify-between gap-x-4 ps-26 text-micro text-ink-3 tabular-nums">
        <span>{shortMoment(entries[0]!.at)}</span>
        {timers.length > 0 && (
          <span className="text-person-ink">
            Next: {timers.map(({ id, dueAt }) => `${id} ${shortMoment(dueAt)}`).join(', ')}
          </span>
        )}
        <span>{shortMoment(entries.at(-1)!.at)}</span>
      </p>
    </div>
  )
}

const looks: Readonly<Record<Role, string>> = {
  active: 'border-accent-line bg-accent-soft text-accent-ink',
  done: 'border-accent-line bg-accent-soft text-accent-ink',
  person: 'border-person-line bg-person-soft text-person-ink',
  us: 'border-us-line bg-us-soft text-us-ink',
  problem: 'border-problem-line bg-problem-soft text-problem-ink',
  final: 'border-line-strong bg-selected text-ink-2',
  idle: 'border-line-strong bg-surface text-ink-2',
}

const stateAt = (picture: Picture, path: string) => picture.states.find((state) => state.path === path)
const nameOf = (picture: Picture, path: string) => stateAt(picture, path)?.name ?? path
const roleIn = (picture: Picture, path: string): Role => {
  const state = stateAt(picture, path)
  return state ? roleOf(state) : 'idle'
}
const lasted = ({ from, to }: Span) => (to === null ? '' : `, ${shortSpan(to - from)}`)
