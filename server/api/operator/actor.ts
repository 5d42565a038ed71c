/** One actor as an operator sees it: where it is, what it waits for, whose it is. */
import { delayIn } from '../../../machines/kit/event-types.ts'
import { leavesIn } from '../../../machines/kit/state-value.ts'
import { redacted } from '../../../machines/kit/redact.ts'
import { childId } from '../../engine/mail.ts'
import type { Engine } from '../../engine/engine.ts'
import type { Look } from '../../engine/look.ts'
import type { ApiPorts } from '../ports.ts'

/** Times in milliseconds since 1970. */
export interface ActorSeen
  extends Pick<Look, 'id' | 'flow' | 'version' | 'readable' | 'seq' | 'at' | 'status' | 'parent'> {
  readonly now: number
  readonly bornAt: number
  /** Null for a visitor, whose flow belongs to no workspace yet. */
  readonly tenant: { readonly id: string; readonly name: string | null; readonly plan: string | null } | null
  readonly leaves: readonly string[]
  /** Why it stands still, when it does. */
  readonly incident: { readonly code: string; readonly message: string; readonly at: number | null } | null
  readonly effects: Look['effects']
  readonly timers: Look['timers']
  readonly children: readonly { readonly id: string; readonly invoke: string; readonly flow: string }[]
  /** Events the chart would take now, whoever may send them. */
  readonly enabled: readonly string[]
  /** What the chart shows of its context, what is about a person hidden. Null where it cannot be read. */
  readonly view: unknown
}

/** Null when there is no such actor. */
export async function actorSeen(ports: ApiPorts, id: string): Promise<ActorSeen | null> {
  const { engine, now } = ports
  const look = await engine.look(id)
  if (!look) return null
  const [first] = await engine.lines(id, 0, 1)
  const view = look.readable === 'yes' ? await engine.view(id, 'operator') : null
  const { flow, version, readable, seq, at, status, parent, effects, timers } = look
  return {
    id,
    flow,
    version,
    readable,
    seq,
    at,
    status,
    parent,
    now: now(),
    bornAt: first?.at ?? at,
    tenant: await tenantSeen(ports, look.tenant),
    leaves: leavesIn(look.value),
    incident: incidentOf(look),
    effects,
    timers: timers.map(({ id, dueAt }) => ({ id: delayIn(id) ?? id, dueAt })),
    children: childrenOf(engine, look),
    enabled: view ? enabledOf(engine, look) : [],
    view: view ? redacted(view.context) : null,
  }
}

/** What stands for a tenant where there is none yet. */
const NOBODY = 'visitors'

async function tenantSeen({ tenants }: ApiPorts, id: string): Promise<ActorSeen['tenant']> {
  if (id === NOBODY) return null
  const tenant = await tenants.get(id)
  return { id, name: tenant?.name ?? null, plan: tenant?.plan ?? null }
}

const incidentOf = ({ parked, incident }: Look): ActorSeen['incident'] =>
  parked === null ? null : { code: parked, message: incident?.message ?? '', at: incident?.at ?? null }

function childrenOf({ registry }: Engine, { id, flow, version, children }: Look): ActorSeen['children'] {
  if (!registry.has(flow, version)) return []
  const kinds = registry.get(flow, version).children
  return Object.entries(children).flatMap(([invoke, { src, gen }]) => {
    const kind = kinds.get(src)
    return kind && 'machine' in kind ? [{ id: childId(id, invoke, gen), invoke, flow: kind.machine.id }] : []
  })
}

function enabledOf({ registry }: Engine, { flow, version, value }: Look): string[] {
  const { enabled } = registry.get(flow, version).facts.of(value)
  return [...new Set(Object.values(enabled).flat())]
}
