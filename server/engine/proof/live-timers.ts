/**
 * The live interpreter's timers, on a clock of our own: `SimulatedClock` orders ties inconsistently.
 * A delayed event whose id already waits replaces it, as with us; XState would fire both.
 */
/* oxlint-disable typescript/no-explicit-any -- the interpreter's scheduler is internal to XState */
import type { AnyEventObject } from 'xstate'
import { inOrder, type Waiting } from './seen.ts'

/** A timeout of the interpreter, with what it is for. */
export interface LiveTimer extends Waiting {
  fire: () => void
  /** The actor it is for. */
  target: any
}

/** What waits in one live chart. Time stands still but for `fire`. */
export class LiveTimers {
  now = 0
  waiting: LiveTimer[] = []
  private scheduling: { id: string; target: any; event: AnyEventObject } | undefined
  private count = 0

  /** The clock to create an actor with. */
  readonly clock = {
    setTimeout: (fire: () => void, delayMs: number) => {
      const timer = { ...this.scheduling!, fire, dueAt: this.now + delayMs, order: this.count++ }
      this.waiting.push(timer)
      return timer
    },
    clearTimeout: (timer: LiveTimer) => this.drop(timer),
  }

  /** Learns from a system's scheduler what each timeout is for. */
  tap(scheduler: any) {
    const { schedule, cancel } = scheduler
    scheduler.schedule = (source: any, target: any, event: AnyEventObject, delay: number, id?: string) => {
      if (id !== undefined) cancel(source, id)
      this.scheduling = { id: id ?? '#', target, event }
      schedule(source, target, event, delay, id)
    }
  }

  /** Fires the first of these. */
  fire(timers: readonly LiveTimer[]) {
    const timer = inOrder(timers)[0]!
    this.drop(timer)
    this.now = timer.dueAt
    timer.fire()
  }

  private drop(timer: LiveTimer) {
    this.waiting = this.waiting.filter((other) => other !== timer)
  }
}
