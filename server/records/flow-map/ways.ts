/**
 * The number of a way: a transition of a chart as seen from one state. It is made of their names, so that whoever counts needs
 * not ask for it first: 48 bits of SHA-256, in which ten thousand ways meet once in five million tries.
 */
import { createHash } from 'node:crypto'
import type { FlowWayRow } from './flow-map-table.ts'

const BYTES = 6

export function ways() {
  const known = new Map<string, FlowWayRow>()
  return (flow: string, version: string, transition: string, state: string): FlowWayRow => {
    const name = JSON.stringify([flow, version, transition, state])
    let way = known.get(name)
    if (!way) {
      const id = createHash('sha256').update(name).digest().readUIntBE(0, BYTES)
      known.set(name, (way = { id, flow, version, transition, state }))
    }
    return way
  }
}
