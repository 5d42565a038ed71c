import { ArrowRight } from 'lucide-react'
import type { Picture } from '../../../machines/kit/picture.ts'
import { roleOf } from '../../../ui/chart/roles.ts'
import { Glyph, type Role } from '../../../ui/Glyph.tsx'
import type { JournalEntry } from '../data/types.ts'
import { eventWords } from '../event-words.ts'
import { shortMoment } from '../times.ts'

export interface JournalLineProps {
  entry: JournalEntry
  picture: Picture | null
  /** Later than the moment that is looked at. */
  isLater: boolean
  onOpen(): void
}

/** One line: when, what, and where it led. */
export function JournalLine({ entry, picture, isLater, onOpen }: JournalLineProps) {
  const { at, type, left, entered, webhook } = entry
  const led = entered.at(0)
  return (
    <button
      type="button"
      onClick={onOpen}
      className={`grid w-full grid-cols-[88px_16px_minmax(0,1fr)] items-baseline gap-x-2.5 px-4 py-2 text-start hover:bg-hover ${isLater ? 'opacity-60' : ''}`}
    >
      <time dateTime={new Date(at).toISOString()} className="font-mono text-small text-ink-2">
        {shortMoment(at)}
      </time>
      <span className="translate-y-0.5">
        <Glyph role={roleAt(picture, led)} size={12} />
      </span>
      <span className="grid min-w-0 gap-0.5">
        <span className="truncate text-ui font-medium">
          {eventWords(type)}
          {webhook && <span className="ms-2 text-small font-normal text-ink-3">by webhook</span>}
        </span>
        {led !== undefined && (
          <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-small text-ink-2">
            {left[0] !== undefined && (
              <>
                <span className="truncate">{nameOf(picture, left[0])}</span>
                <ArrowRight size={12} aria-label="to" />
              </>
            )}
            <span className="truncate font-medium text-ink">
              {entered.map((path) => nameOf(picture, path)).join(', ')}
            </span>
          </span>
        )}
      </span>
    </button>
  )
}

const stateAt = (picture: Picture | null, path: string | undefined) =>
  picture?.states.find((state) => state.path === path)

const roleAt = (picture: Picture | null, path: string | undefined): Role => {
  const state = stateAt(picture, path)
  return state ? roleOf(state) : 'idle'
}

const nameOf = (picture: Picture | null, path: string) => stateAt(picture, path)?.name ?? path
