/**
 * What loader and frame say to each other, over a `MessagePort` after one handshake. Versioned; ids and numbers only:
 * no address and no token is ever in a message.
 */
export const PROTOCOL = 1

/** The loader's first word, sent to exactly our origin with the port. */
export interface Connect {
  tenure: typeof PROTOCOL
}

export type FromFrame =
  | { type: 'ready' }
  /** The content's height in CSS pixels. */
  | { type: 'resize'; height: number }
  | { type: 'step'; state: string }
  | { type: 'completed' }

export type FromLoader = { type: 'appearance'; theme: 'light' | 'dark' | 'auto'; variables: Record<string, string> }

/** Messages from another window are input like any other. */
export function readFromLoader(data: unknown): FromLoader | null {
  if (typeof data !== 'object' || data === null || (data as FromLoader).type !== 'appearance') return null
  const { theme, variables } = data as Partial<FromLoader>
  if (theme !== 'light' && theme !== 'dark' && theme !== 'auto') return null
  if (typeof variables !== 'object' || variables === null) return null
  const entries = Object.entries(variables).filter(
    ([name, value]) => /^--tenure-[a-z-]{2,40}$/.test(name) && typeof value === 'string' && value.length <= 200,
  )
  return { type: 'appearance', theme, variables: Object.fromEntries(entries) }
}
