/** For calls about one actor: what a member tries there and may not is in the audit log of its tenant. */
import { auditedBy } from './audited.ts'
import { type Context, procedure } from './trpc.ts'

interface Tried {
  readonly id?: unknown
  readonly event?: { readonly type?: unknown }
}

/** A client may send any word; what is kept of it is short. */
const MOST = 100

/** Does nothing for a visitor, whom nobody could name, and for somebody who does not belong to the actor's tenant. */
export async function noteRefusal({ caller, from, ports }: Context, { id, event }: Tried, path = 'flow.send') {
  if (caller.kind !== 'member' || typeof id !== 'string') return
  const found = await ports.engine.whose(id)
  const member = found && (await ports.tenants.memberOf(found.tenant, caller.userId))
  if (!member) return
  const kind = typeof event?.type === 'string' ? event.type.slice(0, MOST) : path
  const call = { tenant: member.tenant, kind, by: auditedBy(member, from) }
  await ports.auditor.refused(call, 'role.insufficient', { what: id })
}

const tried = (input: unknown): Tried => (typeof input === 'object' && input !== null ? input : {})

export const flowProcedure = procedure.use(async ({ ctx, path, getRawInput, next }) => {
  const done = await next()
  if (!done.ok && done.error.code === 'FORBIDDEN') await noteRefusal(ctx, tried(await getRawInput()), path)
  return done
})
