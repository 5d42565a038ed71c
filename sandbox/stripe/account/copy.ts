/** Copies and differences of objects as they are on the wire. */

/** What a reader of the wire gets: decimals have become strings, and nothing is shared with the original. */
export const copyOf = <T>(item: T): T => JSON.parse(JSON.stringify(item)) as T

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What `previous_attributes` says: the old values of what changed, nested objects only as far as they differ.
 *
 * Source: Stripe API reference, "The Event object".
 */
export function differences(before: object, now: object): Record<string, unknown> {
  const after = copyOf(now) as Record<string, unknown>
  const found: Record<string, unknown> = {}
  for (const [key, old] of Object.entries(before)) {
    const value = after[key]
    if (JSON.stringify(old) === JSON.stringify(value)) continue
    found[key] = isPlain(old) && isPlain(value) ? differences(old, value) : (old as unknown)
  }
  for (const key of Object.keys(after)) if (!(key in before)) found[key] = null
  return found
}
