/** Durable timers: due → event. Missed ones fire in due order when the server starts. */
import type { Store, TimerRow } from '../store/store.ts'
import { type Alarm, alarmFor } from './alarm.ts'
import type { Clock } from './clock.ts'

/** Timers read at once. More that are due come with the next read. */
const BATCH = 500

/** `fire` takes one timer; an actor's own are given to it one after the other, in due order. */
export function timers(
  store: Store,
  clock: Clock,
  fire: (timer: TimerRow) => Promise<void>,
  onError: (error: unknown) => void,
): Alarm {
  return alarmFor(
    clock,
    async () => {
      const due = await store.dueTimers(clock.now(), BATCH)
      await Promise.all(due.map(fire))
      return due.length === BATCH ? clock.now() : store.nextTimerAt()
    },
    onError,
  )
}
