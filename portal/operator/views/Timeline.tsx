/** Time: a lane for each region of the chart, a slider over the journal's lines, and the buttons to step and to play. */
import { Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import type { Picture } from '../../../machines/kit/picture.ts'
import type { ActorSeen, JournalEntry } from '../data/types.ts'
import { type At, type Lane } from '../journey.ts'
import { stepFrom } from '../steps.ts'
import { momentOf } from '../times.ts'
import { Lanes } from './Lanes.tsx'

export interface TimelineProps {
  actor: ActorSeen
  picture: Picture | null
  entries: readonly JournalEntry[]
  lanes: readonly Lane[]
  shown: At
  isNow: boolean
  onGoTo(at: At | null): void
}

/** How long a moment is shown while it plays, in milliseconds. */
const PLAY_MS = 700

export function Timeline({ actor, picture, entries, lanes, shown, isNow, onGoTo }: TimelineProps) {
  const [playing, setPlaying] = useState(false)
  const entry = entries.find(({ seq }) => seq === shown.seq)
  const goTo = (at: At) => onGoTo(at.seq >= actor.seq && at.micro === null ? null : at)
  const step = (by: 1 | -1) => stepFrom(entries, shown, by, actor.seq)
  const next = step(1)
  // a step at a time: each moment that is shown sets off the one after it
  const playOn = useEffectEvent(() => (next ? goTo(next) : setPlaying(false)))
  useEffect(() => {
    if (!playing) return
    const wait = setTimeout(playOn, PLAY_MS)
    return () => clearTimeout(wait)
  }, [playing, shown])

  const micro = shown.micro === null ? '' : `, microstep ${shown.micro} of ${entry?.taken.length ?? 1}`
  const place = `entry ${shown.seq.toLocaleString('en')} of ${actor.seq.toLocaleString('en')}${micro}`
  const time = entry ? momentOf(entry.at) : ''
  return (
    <section aria-label="Time" className="border-t border-line bg-surface px-4 py-3 tablet:col-span-2 tablet:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <TimeButton label="One step back" off={!step(-1)} onPress={() => goTo(step(-1)!)}>
          <SkipBack size={16} aria-hidden />
        </TimeButton>
        <TimeButton
          label={playing ? 'Pause' : 'Play'}
          off={!playing && actor.seq === 1}
          isMain
          onPress={() => {
            // from the end there is nothing to play but the whole
            if (!playing && !next) onGoTo({ seq: entries[0]?.seq ?? 1, micro: null })
            setPlaying(!playing)
          }}
        >
          {playing ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
        </TimeButton>
        <TimeButton label="One step on" off={!next} onPress={() => goTo(next!)}>
          <SkipForward size={16} aria-hidden />
        </TimeButton>
        <p className="text-ui" aria-live="polite">
          <b className="font-semibold tabular-nums">{time}</b>{' '}
          <span className="text-ink-2 tabular-nums">{isNow ? `${place}, now` : place}</span>
        </p>
      </div>
      <input
        type="range"
        min={1}
        max={actor.seq}
        value={shown.seq}
        aria-label="Line of the journal"
        aria-valuetext={`${time}, ${place}`}
        onChange={(event) => {
          setPlaying(false)
          goTo({ seq: Number(event.target.value), micro: null })
        }}
        className="tn-range mt-2 w-full"
      />
      {picture && entries.length > 0 && (
        <Lanes {...{ picture, lanes, entries, shown, timers: isNow ? actor.timers : [] }} onGoTo={goTo} />
      )}
    </section>
  )
}

interface TimeButtonProps {
  label: string
  off: boolean
  isMain?: boolean
  onPress(): void
  children: ReactNode
}
const TimeButton = ({ label, off, isMain, onPress, children }: TimeButtonProps) => (
  <button
    type="button"
    aria-label={label}
    aria-disabled={off || undefined}
    title={label}
    onClick={() => !off && onPress()}
    className={`grid size-9 flex-none place-items-center rounded-full aria-disabled:opacity-40 ${isMain ? 'bg-ink text-ink-inverse' : 'hover:bg-hover'}`}
  >
    {children}
  </button>
)
