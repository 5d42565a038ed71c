/** Makes an XState snapshot of a stored row. */
import type { AnyEventObject, AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from 'xstate'
import { type Chart, idOf, nodesOf } from './chart.ts'
import type { Row } from './row.ts'
import { revive } from './references.ts'
import { Stub, type World } from './world.ts'

/**
 * The snapshot the live interpreter would hold where this row was written, its children replaced by stubs.
 * Throws when the row names a state the machine does not have.
 */
export function rehydrate({ machine, blank }: Chart, row: Row, world: World): AnyMachineSnapshot {
  const children = stubs(row, world)
  const context = revive(row.context, row, children, world)
  const { value, status } = row
  const _nodes = nodes(machine, row.nodes ?? machine.resolveState({ value } as never)._nodes.map(idOf))
  const historyValue: Record<string, AnyStateNode[]> = {}
  for (const id in row.historyValue) historyValue[id] = nodes(machine, row.historyValue[id]!)
  const tags = new Set(_nodes.flatMap((node) => node.tags))
  const snapshot = { ...blank, value, status, context, historyValue, children, _nodes, tags } as never
  world.self.snapshot = snapshot
  return snapshot
}

/** The row once `event` is known to be a child's answer: that child gives up its system id and gets no more mail. */
export function answered(row: Row, { type, actorId }: AnyEventObject): Row {
  const child = row.children[actorId]
  if (!child || (type !== `xstate.done.actor.${actorId}` && type !== `xstate.error.actor.${actorId}`)) return row
  return { ...row, children: { ...row.children, [actorId]: { src: child.src, gen: child.gen, done: true } } }
}

function nodes(machine: AnyStateMachine, ids: string[]): AnyStateNode[] {
  const known = nodesOf(machine)
  return ids.map((id) => {
    const node = known.get(id)
    if (!node) throw new Error(`The row names the state '${id}', which machine '${machine.id}' does not have.`)
    return node
  })
}

function stubs(row: Row, world: World): Record<string, Stub> {
  const children: Record<string, Stub> = {}
  for (const id in row.children) {
    const child = row.children[id]!
    const stub = new Stub(id, world, child)
    children[id] = stub
    if (child.systemId) world._set(child.systemId, stub)
  }
  return children
}
