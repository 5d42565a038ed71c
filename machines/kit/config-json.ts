/**
 * A chart's configuration as plain JSON, as the Stately editor and other XState tools take it. What is a function in the
 * code becomes the name of what it does: nothing of it runs there, but everything is to be seen.
 */
import { describedConfig } from './described.ts'
import type { Outlined } from './outline.ts'

export const configJson = (flow: Pick<Outlined, 'machine' | 'says'>): string =>
  `${JSON.stringify(plainConfig(flow), null, 2)}\n`

/** The same, before it is text. */
export const plainConfig = (flow: Pick<Outlined, 'machine' | 'says'>): unknown => plain(describedConfig(flow))

/** Worked out when an actor runs; there is nothing of it to show. */
const computed = ['context', 'input', 'output', 'params']

function plain(value: unknown): unknown {
  if (typeof value === 'function') return nameOf(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key, inner]) => !(computed.includes(key) && typeof inner === 'function'))
  return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]))
}

/** `xstate.assign` for one that changes what is remembered; the function's own name otherwise. */
function nameOf(action: { type?: unknown; name?: string }): { type: string } {
  return { type: typeof action.type === 'string' ? action.type : action.name || 'inline' }
}
