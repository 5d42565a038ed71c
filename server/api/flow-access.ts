/**
 * Whose an actor is. A visitor's token opens one flow and the charts it invoked; a member reaches the actors of their
 * tenants, as far as their role goes. Whatever is not theirs is `absent`, whether it exists or not.
 */
import { may, type Permission } from '../../machines/vocabulary/permissions.ts'
import type { CallerKind } from '../engine/definition.ts'
import type { Caller } from './caller.ts'
import type { Engine } from '../engine/engine.ts'
import { isOpenTo } from '../engine/view.ts'
import type { Member } from '../records/tenants/tenants.ts'
import { absent, type Context, Problem } from './trpc.ts'

export interface Access {
  readonly kind: CallerKind
  /** As whom a member acts; null for a visitor. */
  readonly member: Member | null
  /** Whether the caller's role may send events of a type; the chart's policy says whether their kind may. */
  may(eventType: string): boolean
}

type Asking = Pick<Context, 'caller' | 'ports'>

export async function accessTo(ctx: Asking, actor: string): Promise<Access> {
  const { caller } = ctx
  if (caller.kind === 'visitor') return visitorsAccess(ctx, caller.flow, actor)
  if (caller.kind === 'member') return membersAccess(ctx, caller, actor)
  throw absent()
}

/** Their flow itself, or a chart it invoked in which visitors have a word. */
async function visitorsAccess({ ports }: Pick<Context, 'ports'>, own: string, actor: string): Promise<Access> {
  const access = { kind: 'visitor' as const, member: null, may: () => true }
  if (own === actor) return access
  const found = actor.startsWith(`${own}/`) ? await ports.engine.whose(actor) : null
  if (!found || !isOpenTo(flowOf(ports.engine, found.flow), 'visitor')) throw absent()
  return access
}

async function membersAccess(
  { ports }: Pick<Context, 'ports'>,
  { userId, within }: Extract<Caller, { kind: 'member' }>,
  actor: string,
): Promise<Access> {
  const found = await ports.engine.whose(actor)
  if (found && within && !(within.tenant === found.tenant && within.flows.includes(found.flow))) throw absent()
  const member = found && (await ports.tenants.memberOf(found.tenant, userId))
  if (!member) throw absent()
  const { permissions: needed = {}, reading } = flowOf(ports.engine, found.flow)
  if (reading !== undefined) mustBeAble(member, reading as Permission)
  return { kind: 'member', member, may: (type) => isAble(member, needed[type]) }
}

/**
 * What was granted when a stream was opened, looked at again before each view: a member who was removed meanwhile sees
 * nothing more. Where the workspace itself is gone, whoever watched its end sees it through and can do nothing more.
 */
export async function accessStill(ctx: Asking, granted: Access, actor: string): Promise<Access> {
  if (granted.kind !== 'member') return granted
  const found = await ctx.ports.engine.whose(actor)
  const isGone = found !== null && (await ctx.ports.tenants.get(found.tenant)) === null
  return isGone ? { ...granted, may: () => false } : accessTo(ctx, actor)
}

const isAble = ({ role }: Member, needed: string | undefined) => needed === undefined || may(role, needed as Permission)

export const insufficient = () =>
  new Problem('FORBIDDEN', 'role.insufficient', 'Your role does not allow this. Ask an owner or an admin.')

/** Throws `role.insufficient`. */
export function mustBeAble(member: Pick<Member, 'role'>, permission: Permission): void {
  if (!may(member.role, permission)) throw insufficient()
}

const flowOf = ({ registry }: Engine, flow: string) => registry.newest(flow).flow
