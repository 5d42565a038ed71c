/**
 * The same key and the same body get the same answer, status included; another body, or a request still under way, is
 * refused. Only answers of requests that began to be carried out are kept: one that was refused for its form may be
 * corrected and sent again under its key.
 *
 * Source: Stripe API reference, "Idempotent requests".
 */
import { createHash } from 'node:crypto'
import { StripeProblem } from '../account/problem.ts'

export interface Answer {
  readonly status: number
  readonly body: object
}

/** Stripe may remove keys after a day. */
const KEPT_MS = 24 * 60 * 60 * 1000

interface Entry {
  readonly fingerprint: string
  readonly at: number
  answer: Answer | null
}

/** Tells one request from another without keeping it. */
export const fingerprintOf = (path: string, body: string): string =>
  createHash('sha256').update(`${path}\n${body}`).digest('hex')

export interface Reservation {
  /** The answer of the first time, if there was one. */
  readonly replay: Answer | null
  keep(answer: Answer): void
  /** Nothing was carried out: the key is free again, unless an answer was kept. */
  release(): void
}

export class IdempotencyKeys {
  readonly #now: () => number
  readonly #entries = new Map<string, Entry>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** Throws `idempotency_error`: 400 for another request under the key, 409 while the first is under way. */
  reserve(key: string, fingerprint: string): Reservation {
    const held = this.#entries.get(key)
    if (held && this.#now() - held.at < KEPT_MS) {
      refuseOther(held, fingerprint, key)
      return { replay: held.answer, keep: () => {}, release: () => {} }
    }
    const entry: Entry = { fingerprint, at: this.#now(), answer: null }
    this.#entries.set(key, entry)
    return {
      replay: null,
      keep: (answer) => void (entry.answer = answer),
      release: () => void (entry.answer === null && this.#entries.delete(key)),
    }
  }
}

function refuseOther(held: Entry, fingerprint: string, key: string): void {
  if (held.fingerprint !== fingerprint)
    throw new StripeProblem(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    })
  if (held.answer === null)
    throw new StripeProblem(409, {
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
    })
}
