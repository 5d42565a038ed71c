/**
 * Brings events to the product: at least once, again after anything but a 2xx, in no promised order.
 *
 * Waiting is real time, not the sandbox's: deliveries cross a real network. When the clock is advanced, what waits for
 * its retry is sent again at once.
 *
 * Source: Stripe docs, "Receive Stripe events in your webhook endpoint" (delivery behaviors, event ordering).
 */
import type Stripe from 'stripe'
import type { Faults, WebhookFault } from '../control/faults.ts'
import { signatureHeader } from './sign.ts'

export interface DeliveryOptions {
  readonly secret: string
  readonly faults: Faults
  /** Whole seconds since 1970, for the signature. */
  readonly seconds: () => number
  /** Milliseconds before each further attempt. */
  readonly retriesMs: readonly number[]
  /** Told when an event was delivered for the first time. */
  readonly delivered: (event: Stripe.EventBase) => void
}

/** One attempt, for the sandbox's page and for tests. `status`: the answer's, or 0 without one. */
export interface Attempt {
  readonly event: string
  readonly type: string
  readonly status: number
}

interface Waiting {
  readonly send: () => void
  readonly timer: NodeJS.Timeout
}

const TIMEOUT_MS = 10_000
const HELD_MS = 200
const MOST_ATTEMPTS_KEPT = 500

export class Deliveries {
  url: string | null
  readonly attempts: Attempt[] = []
  readonly #options: DeliveryOptions
  readonly #closed = new AbortController()
  readonly #waiting = new Set<Waiting>()
  #held: (() => void)[] = []
  #underWay = 0
  #idle: (() => void)[] = []

  constructor(url: string | null, options: DeliveryOptions) {
    this.url = url
    this.#options = options
  }

  /** Sends an event as soon as whatever makes it is done. */
  push(event: Stripe.EventBase): void {
    if (this.url === null || this.#closed.signal.aborted) return
    event.pending_webhooks = 1
    const fault = this.#options.faults.forWebhook(event.type)
    if (fault?.kind === 'webhook.drop') return
    const copies = fault?.kind === 'webhook.duplicate' ? 2 : 1
    for (let copy = 0; copy < copies; copy += 1) this.#begin(() => void this.#attempt(event, 0), fault)
  }

  #begin(send: () => void, fault: WebhookFault | null): void {
    if (fault?.kind === 'webhook.delay') {
      this.#later(send, fault.ms ?? 1000)
      return
    }
    if (fault?.kind === 'webhook.reorder') {
      this.#held.push(send)
      // nothing may follow for a long time
      this.#later(() => this.#release(send), HELD_MS)
      return
    }
    const held = this.#held
    this.#held = []
    this.#later(send, 0)
    for (const one of held) this.#later(one, 20)
  }

  #release(send: () => void): void {
    if (!this.#held.includes(send)) return
    this.#held = this.#held.filter((held) => held !== send)
    send()
  }

  #later(send: () => void, ms: number): void {
    const waiting: Waiting = { send, timer: setTimeout(() => this.#now(waiting), ms) }
    waiting.timer.unref()
    this.#waiting.add(waiting)
  }

  #now(waiting: Waiting): void {
    clearTimeout(waiting.timer)
    if (this.#waiting.delete(waiting)) waiting.send()
    this.#checkIdle()
  }

  /** Sends everything that waits. */
  hurry(): void {
    for (const waiting of [...this.#waiting]) this.#now(waiting)
  }

  async #attempt(event: Stripe.EventBase, tries: number): Promise<void> {
    this.#underWay += 1
    const status = await this.#post(event)
    this.attempts.push({ event: event.id, type: event.type, status })
    if (this.attempts.length > MOST_ATTEMPTS_KEPT) this.attempts.shift()
    if (status >= 200 && status < 300) this.#arrived(event)
    else this.#again(event, tries)
    this.#underWay -= 1
    this.#checkIdle()
  }

  #arrived(event: Stripe.EventBase): void {
    if (event.pending_webhooks === 0) return
    event.pending_webhooks = 0
    this.#options.delivered(event)
  }

  #again(event: Stripe.EventBase, tries: number): void {
    const ms = this.#options.retriesMs[tries]
    if (ms !== undefined && !this.#closed.signal.aborted) this.#later(() => void this.#attempt(event, tries + 1), ms)
  }

  async #post(event: Stripe.EventBase): Promise<number> {
    const body = JSON.stringify(event)
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      'stripe-signature': signatureHeader(body, this.#options.secret, this.#options.seconds()),
    }
    const signal = AbortSignal.any([this.#closed.signal, AbortSignal.timeout(TIMEOUT_MS)])
    try {
      // a redirect is not an acknowledgement
      const answer = await fetch(this.url ?? '', { method: 'POST', body, headers, signal, redirect: 'manual' })
      await answer.body?.cancel()
      return answer.status
    } catch {
      return 0
    }
  }

  #checkIdle(): void {
    if (this.#underWay > 0 || this.#waiting.size > 0) return
    for (const done of this.#idle.splice(0)) done()
  }

  /** Resolves when nothing is under way and nothing waits. */
  idle(): Promise<void> {
    return new Promise((done) => {
      this.#idle.push(done)
      this.#checkIdle()
    })
  }

  close(): void {
    this.#closed.abort()
    for (const { timer } of this.#waiting) clearTimeout(timer)
    this.#waiting.clear()
    this.#checkIdle()
  }
}
