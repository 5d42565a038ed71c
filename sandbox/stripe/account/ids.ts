/** Ids as Stripe writes them: a prefix that names the kind, then letters and digits. The same seed gives the same ids. */
import { createHash } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export type NextId = (prefix: string, length?: number) => string

export function idsFrom(seed: string): NextId {
  let made = 0
  return (prefix, length = 24) => {
    made += 1
    const bytes = createHash('sha256').update(`${seed}:${prefix}:${made}`).digest()
    const text = [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('')
    return `${prefix}_${text.slice(0, length)}`
  }
}
