/** Leaving from a product's own page: an address that was proved becomes a token good for one workspace's leaving. */
import { may } from '../../machines/vocabulary/permissions.ts'
import { type Caller, leavingFlows } from './caller.ts'
import { absent, type Context, Problem } from './trpc.ts'

/** As long as somebody may think about it. What was begun goes on without them. */
export const LEAVE_TOKEN_MS = 3_600_000

export interface LeaveAs {
  /** Those the person may close. */
  readonly workspaces: readonly { readonly id: string; readonly name: string }[]
  /** The one that was chosen, and the token that speaks for the person there; null as long as there is a choice. */
  readonly entered: { readonly tenant: string; readonly name: string; readonly token: string } | null
}

/** The sign-in is used up with the token's commit, so it lets nobody in twice. */
export async function leaveAs(
  { caller, ports }: Context,
  asked: { id: string; tenant?: string | undefined },
): Promise<LeaveAs> {
  if (caller.kind !== 'visitor' || caller.flow !== asked.id) throw absent()
  const view = await ports.engine.view(asked.id, 'system')
  if (view?.machine.id !== 'signIn') throw absent()
  if (view.value !== 'accepted')
    throw new Problem('CONFLICT', 'handOver.closed', 'This door has closed. Ask for a new code.')
  const userId = await ports.accountOf(String(view.context['email']))
  const theirs = userId === null ? [] : await ports.tenants.tenantsOf(userId)
  const workspaces = theirs.filter(({ role }) => may(role, 'account.close')).map(({ id, name }) => ({ id, name }))
  const chosen = asked.tenant === undefined ? only(workspaces) : workspaces.find(({ id }) => id === asked.tenant)
  if (asked.tenant !== undefined && !chosen) throw absent()
  if (!chosen || userId === null) return { workspaces, entered: null }
  const issue = { purpose: 'leave', subject: userId, tenant: chosen.id, lifetimeMs: LEAVE_TOKEN_MS } as const
  const { token, write } = ports.tokens.issue(issue)
  const event = { type: 'session.begun' }
  const eventId = crypto.randomUUID()
  const outcome = await ports.engine.send({ id: asked.id, event, eventId, caller: 'system', writes: [write] })
  if (outcome.status !== 'accepted')
    throw new Problem('CONFLICT', 'handOver.closed', 'This door has closed. Ask for a new code.')
  return { workspaces, entered: { tenant: chosen.id, name: chosen.name, token } }
}

const only = <Item>(items: readonly Item[]): Item | undefined => (items.length === 1 ? items[0] : undefined)

/** Whom such a token speaks for, as long as they are a member. */
export async function callerOfLeave({ tokens, tenants }: Context['ports'], token: string): Promise<Caller> {
  const found = await tokens.find('leave', token)
  const member = found && (await tenants.memberOf(found.tenant, found.subject))
  if (!member) return { kind: 'nobody' }
  const { userId, email, name, tenant } = member
  return { kind: 'member', userId, email, name, sessionId: null, within: { tenant, flows: leavingFlows } }
}

/** Throws `absent` for a chart the caller's token does not open. */
export function mustBeWithin(caller: Caller, flow: string): void {
  if (caller.kind === 'member' && caller.within && !caller.within.flows.includes(flow)) throw absent()
}
