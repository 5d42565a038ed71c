/** What one line of the journal holds: its payload, its microsteps, what it asked for, and what was known afterwards. */
import { Glyph } from '../../../ui/Glyph.tsx'
import type { JournalEntry, Standing } from '../data/types.ts'
import { eventWords } from '../event-words.ts'
import type { At } from '../journey.ts'
import { shortMoment } from '../times.ts'
import { Fields } from './Fields.tsx'

export interface JournalOpenProps {
  entry: JournalEntry
  standing: Standing | null
  shown: At
  onGoTo(at: At): void
}

export function JournalOpen({ entry, standing, shown, onGoTo }: JournalOpenProps) {
  const { payload, asked, stopped, timers, seq } = entry
  const set = timers.filter((timer) => timer.set)
  return (
    <div className="grid gap-3 px-4 pb-4 text-ui">
      <Fields title="What came with it" value={payload} />
      <Microsteps entry={entry} shown={shown} onGoTo={onGoTo} />
      {asked.length > 0 && (
        <Part title="Asked for">
          {asked.map(({ src, id, kind, name, mails }) => (
            <li key={`${id}/${name}`} className="grid gap-0.5">
              <span className="flex items-baseline justify-between gap-3">
                <span className="font-medium text-us-ink">{src}</span>
                <span className="truncate font-mono text-small text-ink-3" title={name}>
                  {kind === 'chart' ? 'a chart of its own' : name}
                </span>
              </span>
              {mails.map(({ template, state, at }) => (
                <span key={`${template}/${at}`} className="text-small text-ink-2">
                  Mail “{template}”, {state === 'intended' ? 'not sent yet' : state}, {shortMoment(at)}
                </span>
              ))}
            </li>
          ))}
        </Part>
      )}
      {set.length > 0 && (
        <Part title="Timers set">
          {set.map(({ id, dueAt }) => (
            <li key={id} className="flex justify-between gap-3">
              <span className="text-person-ink">{id}</span>
              {dueAt !== null && <span className="text-small text-ink-2 tabular-nums">{shortMoment(dueAt)}</span>}
            </li>
          ))}
        </Part>
      )}
      {stopped.length > 0 && (
        <Part title="Called off">
          {stopped.map((id) => (
            <li key={id}>{id}</li>
          ))}
        </Part>
      )}
      {standing?.seq === seq && (
        <details>
          <summary className="cursor-pointer text-small font-medium text-ink-3">Known afterwards</summary>
          <Fields title="" value={standing.context} />
        </details>
      )}
    </div>
  )
}

/** One event may take several transitions one after the other: each can be looked at. */
function Microsteps({ entry, shown, onGoTo }: Pick<JournalOpenProps, 'entry' | 'shown' | 'onGoTo'>) {
  const { taken, seq } = entry
  if (taken.length < 2) return null
  return (
    <Part title={`${taken.length} microsteps`}>
      {taken.map(({ event, transitions, leaves }, index) => {
        const micro = index + 1
        const isShown = shown.micro === micro || (shown.micro === null && micro === taken.length)
        return (
          <li key={micro}>
            <button
              type="button"
              aria-current={isShown ? 'step' : undefined}
              onClick={() => onGoTo({ seq, micro })}
              className="flex w-full items-baseline gap-2 rounded-control px-1.5 py-1 text-start hover:bg-hover aria-[current]:bg-surface"
            >
              <Glyph role={isShown ? 'active' : 'idle'} size={10} />
              <span className="min-w-0 flex-1 truncate">
                {micro}. {transitions.length === 0 ? 'entered' : eventWords(eventIn(transitions[0]!) ?? event)}
              </span>
              <span className="truncate font-mono text-small text-ink-3">{leaves.at(-1)}</span>
            </button>
          </li>
        )
      })}
    </Part>
  )
}

/** The event in a transition's key: `<source>/<event>/<index>`. */
const eventIn = (key: string): string | undefined => /^[^/]*\/(.*)\/\d+$/.exec(key)?.[1]

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <h3 className="text-small font-medium text-ink-3">{title}</h3>
      <ul className="mt-1 grid gap-1">{children}</ul>
    </div>
  )
}
