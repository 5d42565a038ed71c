/** A new password for whoever knows the old one. From there on it is the chart's: set it, end the other sessions, tell them. */
import type { Member } from '../records/tenants/tenants.ts'
import type { Caller } from './caller.ts'
import type { ApiPorts } from './ports.ts'
import { reached } from './reached.ts'
import { Problem } from './trpc.ts'

/** How long it may keep its caller waiting; it is durable by then in any case. */
const PATIENCE_MS = 5000

interface Asker {
  readonly ports: ApiPorts
  readonly caller: Extract<Caller, { kind: 'member' }>
  readonly member: Member
}

/** Throws `password.wrong`, and `rate.limited` after ten tries within a quarter of an hour. */
export async function changePassword(
  { ports, caller, member }: Asker,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<{ readonly done: boolean }> {
  await mustKnow(ports, caller.userId, current)
  const changeId = `pwc_${crypto.randomUUID()}`
  const { ref, write } = ports.credentials.keep(await ports.people.hashPassword(next), changeId)
  const { userId, email, name, sessionId: keptSession } = caller
  const input = { changeId, userId, email, name, passwordRef: ref, keptSession }
  const { tenant } = member
  await ports.engine.start({ flow: 'password', id: changeId, tenant, keyId: tenant, input, writes: [write] })
  const view = await reached(ports.engine, changeId, ({ value }) => value !== 'setting', PATIENCE_MS)
  return { done: view?.value === 'telling' || view?.value === 'changed' }
}

async function mustKnow({ people }: ApiPorts, userId: string, password: string): Promise<void> {
  const judged = await people.checkPassword(userId, password)
  if (judged === 'limited')
    throw new Problem('TOO_MANY_REQUESTS', 'rate.limited', 'Too many tries. Wait a quarter of an hour, then go on.')
  if (judged === 'wrong')
    throw new Problem('FORBIDDEN', 'password.wrong', 'This is not your password. Type the one you sign in with.')
}
