/** Starts a flow of which a tenant has one of each kind at a time, or finds the one that is there. */
import { BirthRefused } from '../engine/loop.ts'
import type { Write } from '../records/query.ts'
import type { ApiPorts } from './ports.ts'

export interface OneOfEach {
  readonly tenant: string
  readonly kind: string
  /** What it would be called. */
  readonly actor: string
  /** Starts it; `writes` commit with it. */
  readonly begin: (writes: readonly Write[]) => Promise<void>
}

/** More rounds than this nobody loses by chance. */
const ROUNDS = 5

/** Answers with the actor that counts: of two who start at once, both hear of the same one. */
export async function oneOfEach(
  { integrations }: Pick<ApiPorts, 'integrations'>,
  { tenant, kind, actor, begin }: OneOfEach,
): Promise<string> {
  for (let round = 0; round < ROUNDS; round++) {
    const current = await integrations.current(tenant, kind)
    if (current !== null) return current
    try {
      await begin([integrations.claim({ id: actor, tenant, kind })])
      return actor
    } catch (error) {
      if (!(error instanceof BirthRefused)) throw error
    }
  }
  throw new Error(`'${kind}' of ${tenant} is started by others again and again.`)
}
