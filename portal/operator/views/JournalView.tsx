/** The journal, newest first. What is later than the moment that is looked at stays, dimmed. */
import { useEffect, useRef } from 'react'
import type { Picture } from '../../../machines/kit/picture.ts'
import type { ActorSeen, JournalEntry, Standing } from '../data/types.ts'
import type { At } from '../journey.ts'
import { JournalLine } from './JournalLine.tsx'
import { JournalOpen } from './JournalOpen.tsx'

export interface JournalViewProps {
  actor: ActorSeen
  picture: Picture | null
  entries: readonly JournalEntry[]
  isWhole: boolean
  standing: Standing | null
  shown: At
  onGoTo(at: At | null): void
}

export function JournalView({ actor, picture, entries, isWhole, standing, shown, onGoTo }: JournalViewProps) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const open = list.current?.querySelector('[aria-current="step"]')
    open?.scrollIntoView({ block: 'nearest' })
  }, [shown.seq])
  const newestFirst = entries.toReversed()
  const first = entries[0]?.seq ?? 1
  const last = entries.at(-1)?.seq ?? 1
  return (
    <div>
      <p className="px-4 pt-3 pb-1 text-small text-ink-3 tabular-nums">
        {isWhole
          ? `${actor.seq.toLocaleString('en')} ${actor.seq === 1 ? 'line' : 'lines'}`
          : `Lines ${first.toLocaleString('en')} to ${last.toLocaleString('en')} of ${actor.seq.toLocaleString('en')}`}
      </p>
      <ol ref={list} reversed start={last} aria-label="Journal, newest first" className="pb-6">
        {newestFirst.map((entry) => {
          const isShown = entry.seq === shown.seq
          return (
            <li
              key={entry.seq}
              aria-current={isShown ? 'step' : undefined}
              className={isShown ? 'border-s-2 border-ink bg-selected' : 'border-s-2 border-transparent'}
            >
              <JournalLine
                entry={entry}
                picture={picture}
                isLater={entry.seq > shown.seq}
                onOpen={() => onGoTo(entry.seq === actor.seq ? null : { seq: entry.seq, micro: null })}
              />
              {isShown && <JournalOpen entry={entry} standing={standing} shown={shown} onGoTo={onGoTo} />}
              {entry.seq === shown.seq + 1 && <LaterLine />}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

const LaterLine = () => (
  <p className="flex items-center gap-3 px-4 py-2 text-small text-ink-3">
    <span className="h-px flex-1 bg-line-strong" />
    later than the moment you view
    <span className="h-px flex-1 bg-line-strong" />
  </p>
)
