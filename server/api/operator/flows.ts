/** The flow map as the console asks for it: counts of one flow, and who is in a state of it. */
import * as z from 'zod/mini'
import type { FlowCounts } from '../../records/flow-map/counted.ts'
import { Refusal } from '../../records/refusal.ts'
import type { ApiPorts } from '../ports.ts'
import { absent, Problem } from '../trpc.ts'

const word = z.string().check(z.minLength(1), z.maxLength(100))
/** A UTC day. */
const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))

export const flowInput = z.strictObject({
  flow: word,
  version: z.optional(word),
  /** A plan's key, or `none`. */
  tier: z.optional(word),
  from: z.optional(day),
  to: z.optional(day),
})

export const whoInput = z.strictObject({
  flow: word,
  state: z.string().check(z.minLength(1), z.maxLength(300)),
  version: z.optional(word),
  tier: z.optional(word),
  after: z.optional(z.strictObject({ since: z.int(), actor: z.string().check(z.maxLength(300)) })),
})

/** A page of people in a state. */
const PAGE = 25

export interface SomeoneSeen {
  readonly actor: string
  /** Milliseconds since 1970. */
  readonly since: number
  /** Null for a visitor. */
  readonly tenant: { readonly id: string; readonly name: string } | null
}

/** Throws `absent` for a flow there is none of, and `date.invalid`. */
export async function flowSeen(
  { flowMap, now }: ApiPorts,
  input: z.infer<typeof flowInput>,
): Promise<FlowCounts & { readonly now: number }> {
  const counts = await flowMap.counts(input).catch((error: unknown) => {
    if (error instanceof Refusal) throw new Problem('BAD_REQUEST', error.code, error.message)
    throw error
  })
  if (!counts) throw absent()
  return { ...counts, now: now() }
}

export async function whoSeen({ flowMap, tenants, now }: ApiPorts, { after, ...wanted }: z.infer<typeof whoInput>) {
  const page = await flowMap.who({ ...wanted, most: PAGE, after })
  const actors = await Promise.all(
    page.actors.map(async ({ actor, since, tenant: id }): Promise<SomeoneSeen> => {
      const tenant = await tenants.get(id)
      return { actor, since, tenant: tenant && { id, name: tenant.name } }
    }),
  )
  return { actors, next: page.next, now: now() }
}
