/**
 * References to actors inside the context. XState stores them as `{ xstate$$type: 1, id }`; ours carry the generation
 * too, or a reference kept to a stopped child would lead to the next child of that id.
 */
/* oxlint-disable typescript/no-explicit-any -- context is any JSON, walked part by part */
import { PARENT, type Row, SELF } from './row.ts'
import { type Ref, Stub, type World } from './world.ts'

/** Puts stubs where a stored context names actors; copies only what holds one. */
export function revive(part: any, row: Row, children: Record<string, Stub>, world: World): any {
  return mapped(part, (found) => {
    if (found.xstate$$type !== 1) return found
    const { id, gen } = found
    if (id === SELF) return world.self
    if (id === PARENT) return world.self._parent
    const isCurrent = row.children[id] !== undefined && row.children[id].gen === gen
    return isCurrent ? children[id] : new Stub(id, world, undefined, gen)
  })
}

/**
 * The context as it is stored: references made plain, everything else untouched. Throws when something in it would
 * not come back from JSON as it went in, since the next step would then be planned on another context than this one.
 */
export function plain(context: unknown, genOf: (ref: Ref) => number | undefined): unknown {
  return mapped(context, (found) => {
    if (isPlain(found)) return found
    const { xstate$$type, id } = found.toJSON?.() ?? {}
    if (xstate$$type === 1) return { xstate$$type, id, gen: genOf(found) }
    throw new Error(`The context holds a ${found.constructor?.name ?? typeof found}, which is not plain JSON.`)
  })
}

const isPlain = (part: any) => {
  if (typeof part === 'function') return false
  const prototype = Object.getPrototypeOf(part)
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null
}

/** Maps every object within, outermost first; what was replaced is not looked into. Copies only where it must. */
function mapped(part: any, map: (found: any) => any): any {
  if (part === null || (typeof part !== 'object' && typeof part !== 'function')) return part
  const found = map(part)
  if (found !== part) return found
  let copy: any
  for (const key in part) {
    const value = mapped(part[key], map)
    if (value === part[key]) continue
    copy ??= Array.isArray(part) ? [...part] : { ...part }
    copy[key] = value
  }
  return copy ?? part
}
