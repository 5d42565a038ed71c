import { useState } from 'react'
import { readableDuration } from '../../machines/kit/readable.ts'

export interface ClockSliderProps {
  /** The past cannot be moved on from. */
  off: boolean
  /** By so many milliseconds, once it is let go. */
  onMove(ms: number): void
}

/** Where the slider can stop: short waits and long ones lie equally far apart. In milliseconds. */
const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const stops = [
  0,
  ...[1, 5, 15, 30].map((n) => n * second),
  ...[1, 5, 15, 30].map((n) => n * minute),
  ...[1, 3, 6, 12].map((n) => n * hour),
  ...[1, 3, 7, 14, 30, 90, 365].map((n) => n * day),
]

/** Moves the clock on: dragged or by arrow keys, it says how far; let go, or by Enter, it goes there. */
export function ClockSlider({ off, onMove }: ClockSliderProps) {
  const [stop, setStop] = useState(0)
  const ms = stops[stop] ?? 0
  function go() {
    if (off || ms === 0) return
    onMove(ms)
    setStop(0)
  }
  return (
    <label className="tn-play-slider">
      <input
        type="range"
        className="tn-range"
        aria-label="Move the clock on"
        aria-valuetext={ms === 0 ? 'now' : `by ${readableDuration(ms)}`}
        min={0}
        max={stops.length - 1}
        value={stop}
        disabled={off}
        onChange={(event) => setStop(Number(event.target.value))}
        onPointerUp={go}
        onKeyDown={(event) => event.key === 'Enter' && go()}
      />
      <output>{ms === 0 ? '' : `+${readableDuration(ms)}`}</output>
    </label>
  )
}
