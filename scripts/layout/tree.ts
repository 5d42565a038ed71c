/** An outline as a tree, with the transitions sorted by how they are drawn. */
import type { Outline, OutlinedState, OutlinedTransition } from '../../machines/kit/outline.ts'

export interface Branch {
  readonly state: OutlinedState
  readonly children: readonly Branch[]
  /** Transitions that stay here: rows inside the box. */
  readonly staying: readonly OutlinedTransition[]
}

/** Transitions drawn as one line, because they lead from the same state to the same state. */
export interface Bundle {
  readonly source: string
  readonly target: string
  readonly transitions: readonly OutlinedTransition[]
}

export function treeOf({ states, transitions }: Outline): Branch {
  const branch = (state: OutlinedState): Branch => ({
    state,
    children: states.filter(({ path }) => path !== '' && parentOf(path) === state.path).map(branch),
    staying: transitions.filter((transition) => transition.source === state.path && staysHere(transition)),
  })
  const root = states.find(({ path }) => path === '')
  if (!root) throw new Error('An outline begins with the chart itself.')
  return branch(root)
}

export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')))

const staysHere = ({ source, target }: OutlinedTransition) => target === null || target === source

/** Within `ancestor`, or it itself. */
export const isWithin = (path: string, ancestor: string): boolean =>
  ancestor === '' || path === ancestor || path.startsWith(`${ancestor}.`)

/** Failures keep a line of their own, as it is red. */
export function bundlesOf({ transitions }: Outline): Bundle[] {
  const moving = transitions.filter((transition) => !staysHere(transition))
  const groups = Map.groupBy(moving, ({ source, target, cause }) => `${source} ${target} ${cause === 'failed'}`)
  return [...groups.values()].map((group) => {
    const { source, target } = group[0]!
    return { source, target: target!, transitions: group }
  })
}
