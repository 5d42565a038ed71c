/** A clock that stands still until it is moved. Alarms ring in due order. */
import type { MovableClock } from '../clock.ts'

export function manualClock(start = Date.UTC(2026, 0, 1)): MovableClock {
  let time = start
  const alarms = new Set<{ at: number; ring: () => void }>()
  function due() {
    const ready = [...alarms].filter(({ at }) => at <= time).sort((a, b) => a.at - b.at)
    for (const alarm of ready) {
      alarms.delete(alarm)
      alarm.ring()
    }
  }
  return {
    now: () => time,
    alarm(at, ring) {
      const alarm = { at, ring }
      alarms.add(alarm)
      if (at <= time) queueMicrotask(due)
      return () => alarms.delete(alarm)
    },
    advance(ms) {
      time += ms
      due()
    },
  }
}
