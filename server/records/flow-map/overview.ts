/** All charts at a glance. */
import type { FlowPopulationRow } from './flow-map-table.ts'

export interface FlowTotals {
  readonly flow: string
  readonly version: string
  readonly active: number
  readonly ended: number
  /** How many are in each leaf state; those nobody is in are left out. */
  readonly states: Readonly<Record<string, number>>
}
export interface Overview {
  /** Every flow somebody is or was in, by name and version. */
  readonly flows: readonly FlowTotals[]
  readonly versions: Readonly<Record<string, readonly string[]>>
  readonly tiers: readonly string[]
}
export interface PerPlace {
  readonly flow: string
  readonly version: string
  readonly state: string
  readonly n: number
}

export function overviewOf(populations: readonly FlowPopulationRow[], places: readonly PerPlace[]): Overview {
  const byVersion = Map.groupBy(populations, ({ flow, version }) => keyOf({ flow, version }))
  const states = Map.groupBy(places, keyOf)
  const flows = [...byVersion].map(([key, rows]): FlowTotals => {
    const { flow, version } = rows[0]!
    const there = (states.get(key) ?? []).filter(({ n }) => Number(n) > 0)
    return {
      flow,
      version,
      active: rows.reduce((sum, row) => sum + row.active, 0),
      ended: rows.reduce((sum, row) => sum + row.ended, 0),
      states: Object.fromEntries(there.map(({ state, n }) => [state, Number(n)])),
    }
  })
  const versions = Map.groupBy(flows, ({ flow }) => flow)
  return {
    flows,
    versions: Object.fromEntries([...versions].map(([flow, all]) => [flow, all.map(({ version }) => version)])),
    tiers: [...new Set(populations.map(({ tier }) => tier))].toSorted(),
  }
}

const keyOf = ({ flow, version }: Pick<PerPlace, 'flow' | 'version'>) => `${flow}@${version}`
