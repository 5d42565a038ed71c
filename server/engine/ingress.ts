/**
 * The way in for events from outside: parse, ask the policy, exchange secrets. What comes out may be planned; a
 * password or a typed code never gets this far.
 */
import type { AnyEventObject } from 'xstate'
import type { Statement } from '../store/store.ts'
import type { Loaded } from './actors.ts'
import type { Answer } from './answer.ts'
import type { CallerKind, Issue, Schema } from './definition.ts'

/** What an exchange is told about the event a secret came in. */
export interface SecretField {
  /** The chart's id. */
  readonly flow: string
  readonly actor: string
  readonly tenant: string
  readonly eventType: string
  readonly field: string
  readonly kind: string
  readonly value: string
  readonly at: number
}
/** What stands for the secret from now on. `writes` are part of the event's own commit. */
export interface Exchanged {
  /** Put into the event in the secret's place. */
  readonly fields?: Readonly<Record<string, string>>
  /** The event becomes this verdict instead, and carries nothing else. */
  readonly verdict?: string
  readonly writes: readonly Statement[]
}
export interface SecretExchange {
  /** The secret fields of an event's schema, by name, with their kind. */
  fields(schema: Schema): Readonly<Record<string, string>>
  exchange(secret: SecretField): Promise<Exchanged>
}

export type Admitted = { event: AnyEventObject; writes: readonly Statement[] }
export type Admission = { admitted: Admitted } | { answer: Answer }

const invalid = (issues: readonly Issue[]): Admission => ({ answer: { status: 'invalid', issues } })

/** Judges one event for one actor as it stands now. Exchanging may read and hash, but writes nothing by itself. */
export async function admit(
  secrets: SecretExchange,
  actor: Loaded,
  input: unknown,
  caller: CallerKind,
  at: number,
): Promise<Admission> {
  const { flow, facts } = actor.chart
  const type = typeOf(input)
  const schema = type !== null && Object.hasOwn(flow.events, type) ? flow.events[type] : undefined
  if (type === null || !schema) return invalid([{ path: ['type'], message: 'event.unknown' }])
  const parsed = schema.safeParse(input)
  if (!parsed.success) return invalid(parsed.error.issues.map(({ path, message }) => ({ path, message })))
  if (!flow.policy[type]?.includes(caller))
    return { answer: { status: 'forbidden', reason: `A ${caller} may not send '${type}'.` } }
  // judged before anything is exchanged: hashing for an event that does nothing would be a gift to an attacker
  if (!facts.of(actor.row.value).enabled[caller].includes(type) || actor.row.status !== 'active')
    return { answer: { status: 'ignored', reason: 'no transition here' } }
  return { admitted: await exchangeAll(secrets, actor, schema, parsed.data as AnyEventObject, at) }
}

function typeOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('type' in input)) return null
  return typeof input.type === 'string' && Object.hasOwn(input, 'type') ? input.type : null
}

async function exchangeAll(
  secrets: SecretExchange,
  { id, tenant, chart }: Loaded,
  schema: Schema,
  event: AnyEventObject,
  at: number,
): Promise<Admitted> {
  let safe = event
  let verdict: string | undefined
  const writes: Statement[] = []
  for (const [field, kind] of Object.entries(secrets.fields(schema))) {
    const { [field]: value, ...rest } = safe
    if (value === undefined) continue
    const result = await secrets.exchange({
      flow: chart.id,
      actor: id,
      tenant,
      eventType: event.type,
      field,
      kind,
      value: String(value),
      at,
    })
    safe = { ...rest, ...result.fields } as AnyEventObject
    verdict ??= result.verdict
    writes.push(...result.writes)
  }
  return { event: verdict === undefined ? safe : { type: verdict }, writes }
}
