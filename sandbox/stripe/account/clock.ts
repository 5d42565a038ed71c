/**
 * The time of the sandbox, which can be moved forward, and what happens at which time.
 *
 * Timers are plain data, fired in the order of their times: while one fires, the clock stands at its time, however far
 * it was moved at once. So a year's renewals are a year apart in the objects.
 */

/** What can fall due. Each names the object it is about. */
export type TimerKind =
  | 'subscription.incomplete_expires'
  | 'subscription.trial_will_end'
  | 'subscription.period_ends'
  | 'subscription.cancels'
  | 'subscription.pending_update_expires'
  | 'invoice.finalizes'
  | 'invoice.retries'
  | 'invoice.falls_due'

export interface Timer {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly kind: TimerKind
  readonly id: string
}

export class Clock {
  readonly #base: () => number
  #aheadMs = 0
  #standsAt: number | null = null
  #timers: Timer[] = []

  /** `base`: milliseconds since 1970; what `advance` adds stands on top of it. */
  constructor(base: () => number) {
    this.#base = base
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#standsAt ?? this.#base() + this.#aheadMs
  }

  /** Stripe's own unit: whole seconds since 1970. */
  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  advance(ms: number): void {
    this.#aheadMs += ms
  }

  /** `atSeconds`: in Stripe's unit. One timer per kind and object; a later one replaces it. */
  schedule(kind: TimerKind, id: string, atSeconds: number): void {
    this.cancel(kind, id)
    this.#timers.push({ kind, id, at: atSeconds * 1000 })
  }

  cancel(kind: TimerKind, id: string): void {
    this.#timers = this.#timers.filter((timer) => timer.kind !== kind || timer.id !== id)
  }

  timers(): readonly Timer[] {
    return this.#timers
  }

  /** Lets the clock stand at a moment while something is done again. */
  standing(at: number, act: () => void): void {
    this.#standsAt = at
    try {
      act()
    } finally {
      this.#standsAt = null
    }
  }

  /** Fires what is due, earliest first; timers that a timer sets are fired too when they are due. */
  settle(fire: (timer: Timer) => void, until = this.now()): void {
    if (this.#standsAt !== null) return
    try {
      for (let next = this.#takeDue(until); next; next = this.#takeDue(until)) {
        this.#standsAt = next.at
        fire(next)
      }
    } finally {
      this.#standsAt = null
    }
  }

  #takeDue(until: number): Timer | null {
    // the first of equals: timers are kept in the order they were set
    const next = this.#timers.reduce<Timer | null>(
      (first, timer) => (first && first.at <= timer.at ? first : timer),
      null,
    )
    if (!next || next.at > until) return null
    this.#timers = this.#timers.filter((timer) => timer !== next)
    return next
  }
}
