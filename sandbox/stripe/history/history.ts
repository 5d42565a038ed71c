/**
 * What was asked of the sandbox, line by line in a file, so that another life of it can do the same again and hold the
 * same objects under the same ids. What is done is written before it is answered; a kill in between leaves a call that
 * nobody was answered, as with Stripe itself.
 *
 * Asking is kept rather than objects, because everything else follows from it: ids from the seed, renewals from the
 * clock. The file only grows; deleting it is how a sandbox is emptied.
 */
import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'

/** `at`: milliseconds since 1970, by the sandbox's clock. */
export type Line =
  | { readonly what: 'born'; readonly seed: string }
  | ({ readonly what: 'call'; readonly at: number; readonly times: number } & KeptCall)
  | { readonly what: 'advance'; readonly at: number; readonly ms: number }
  | { readonly what: 'challenge'; readonly at: number; readonly intent: string; readonly passed: boolean }
  | { readonly what: 'delivered'; readonly event: string }

/** A call without the key it came with; its body names no card number. */
export interface KeptCall {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly body: string
  readonly contentType: string
  readonly idempotencyKey: string | null
  readonly fingerprint: string
  readonly isSecret: boolean
}

export interface History {
  readonly seed: string
  /** What an earlier life was asked, oldest first. */
  readonly past: readonly Line[]
  append(line: Line): void
  close(): void
}

/** Without a file nothing is kept. `seed`: for a history that begins now. */
export function openHistory(file: string | null, seed: string): History {
  if (file === null) return { seed, past: [], append: () => {}, close: () => {} }
  const past = linesIn(file)
  const [first] = past
  let descriptor: number | null = openSync(file, 'a')
  // a call that hung may be done after the end; by then the number may be another file's, and this would write into that
  const append = (line: Line) => {
    if (descriptor !== null) writeSync(descriptor, `${JSON.stringify(line)}\n`)
  }
  const close = () => {
    if (descriptor !== null) closeSync(descriptor)
    descriptor = null
  }
  if (first?.what !== 'born') append({ what: 'born', seed })
  return { seed: first?.what === 'born' ? first.seed : seed, past, append, close }
}

/** A line that a kill left unfinished is cut off. */
function linesIn(file: string): Line[] {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole))
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}
