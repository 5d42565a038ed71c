/**
 * Faults on request: what a network, a proxy or Stripe itself may do to a call or to a webhook.
 *
 * A fault waits for its call. It counts the calls that match from the moment it was put in, retries included, begins
 * with the `nth` and is used up after `times`.
 */
import * as z from 'zod'
import { matchPath } from '../wire/route.ts'

const count = z.number().int().min(1).optional()

const callFault = z.strictObject({
  kind: z.enum([
    'error', // an answer of `status` (500 unless said), nothing done
    'hang', // the call waits for `ms`, then goes on
    'cut-before', // the connection is cut, nothing done
    'cut-after', // done, then the connection is cut
    'twice', // done two times, answered once
    'wrong-json', // done, then an answer that ends in the middle
    'html', // an error page of a proxy with `status` (502 unless said), nothing done
  ]),
  method: z.enum(['GET', 'POST', 'DELETE']).optional(),
  /** `/v1/customers/:id`, or the beginning of paths with a star: `/v1/invoices*`. All calls without it. */
  path: z.string().optional(),
  status: z.number().int().min(400).max(599).optional(),
  ms: z.number().int().min(0).max(600_000).optional(),
  nth: count,
  times: count,
})

const webhookFault = z.strictObject({
  kind: z.enum([
    'webhook.duplicate', // delivered twice
    'webhook.delay', // delivered `ms` later (1,000 unless said)
    'webhook.reorder', // delivered after the one that follows
    'webhook.drop', // never delivered
  ]),
  /** `invoice.paid`, or the beginning of types with a star: `invoice.*`. All events without it. */
  type: z.string().optional(),
  ms: z.number().int().min(0).max(600_000).optional(),
  nth: count,
  times: count,
})

export const faultSchema = z.union([callFault, webhookFault])
export type CallFault = z.output<typeof callFault>
export type WebhookFault = z.output<typeof webhookFault>
export type Fault = CallFault | WebhookFault

export interface WaitingFault {
  readonly id: string
  readonly fault: Fault
  /** Matching calls so far. */
  readonly seen: number
  /** How often it has been used. */
  readonly used: number
}

const isWebhook = (fault: Fault): fault is WebhookFault => fault.kind.startsWith('webhook.')

const startsOrIs = (pattern: string, text: string) =>
  pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : pattern === text

export class Faults {
  #waiting: WaitingFault[] = []
  #made = 0

  /** Returns the fault's id. */
  add(fault: Fault): string {
    this.#made += 1
    const id = `fault_${this.#made}`
    this.#waiting.push({ id, fault, seen: 0, used: 0 })
    return id
  }

  list(): readonly WaitingFault[] {
    return this.#waiting
  }

  /** All of them without an id. */
  clear(id?: string): void {
    this.#waiting = id === undefined ? [] : this.#waiting.filter((waiting) => waiting.id !== id)
  }

  /** What happens to this call; null when nothing does. */
  forCall(method: string, path: string): CallFault | null {
    const found = this.#take(
      (fault) =>
        !isWebhook(fault) &&
        (fault.method === undefined || fault.method === method) &&
        (fault.path === undefined || startsOrIs(fault.path, path) || matchPath(fault.path, path) !== null),
    )
    return found && !isWebhook(found) ? found : null
  }

  forWebhook(type: string): WebhookFault | null {
    const found = this.#take((fault) => isWebhook(fault) && (fault.type === undefined || startsOrIs(fault.type, type)))
    return found && isWebhook(found) ? found : null
  }

  /** Every fault that matches counts the call; the first one whose turn it is happens. */
  #take(matches: (fault: Fault) => boolean): Fault | null {
    let taken: Fault | null = null
    this.#waiting = this.#waiting.flatMap((waiting) => {
      const { fault } = waiting
      if (!matches(fault)) return [waiting]
      const seen = waiting.seen + 1
      if (taken !== null || seen < (fault.nth ?? 1)) return [{ ...waiting, seen }]
      taken = fault
      const used = waiting.used + 1
      return used >= (fault.times ?? 1) ? [] : [{ ...waiting, seen, used }]
    })
    return taken
  }
}
