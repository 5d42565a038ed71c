/** Starts a flow of which a tenant has one at a time, or finds the one that is not over yet. */
import { BirthRefused } from '../engine/loop.ts'
import type { Write } from '../records/query.ts'
import type { ApiPorts } from './ports.ts'

export interface OneOfTenant {
  readonly tenant: string
  readonly flow: string
  /** What it would be called. */
  readonly actor: string
  /** Starts it; `writes` commit with it. */
  readonly begin: (writes: readonly Write[]) => Promise<void>
}

/** More rounds than this nobody loses by chance. */
const ROUNDS = 5

/** Answers with the actor that counts: of two who start at once, both hear of the same one. */
export async function oneOfTenant(ports: ApiPorts, { tenant, flow, actor, begin }: OneOfTenant): Promise<string> {
  for (let round = 0; round < ROUNDS; round++) {
    const current = await ports.tenantFlows.current(tenant, flow)
    // a repeat finds its own, even when that is over
    if (current === actor || (current !== null && (await isUnderWay(ports, current)))) return current
    try {
      await begin([ports.tenantFlows.claim({ tenant, flow, actor, instead: current })])
      return actor
    } catch (error) {
      if (!(error instanceof BirthRefused)) throw error
    }
  }
  throw new Error(`'${flow}' of ${tenant} is started by others again and again.`)
}

async function isUnderWay({ engine }: ApiPorts, actor: string): Promise<boolean> {
  return (await engine.view(actor, 'system'))?.status === 'active'
}
