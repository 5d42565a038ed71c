/** Reads a field of a query or a posted form. Both are whatever somebody typed: a name may come twice, or hold no text. */

/** The field's text. One that came more than once, or as something else than text, counts as not given. */
export function textOf(fields: unknown, name: string): string | undefined {
  if (typeof fields !== 'object' || fields === null || !Object.hasOwn(fields, name)) return undefined
  const value = (fields as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : undefined
}
