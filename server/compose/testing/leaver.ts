/** Somebody who leaves: what their page sends, and where it stands. */
import { tenantIdOf } from '../../../machines/onboarding/onboarding.actions.ts'
import type { View } from '../../engine/view.ts'
import { call, type Proof } from './calls.ts'
import type { InProcess } from './in-process.ts'
import { leavesIn } from '../../../machines/kit/state-value.ts'
import type { Sent } from './visitor.ts'

type Event = { readonly type: string } & Readonly<Record<string, unknown>>

/** A flow of a member in their tenant. */
export async function openFlow(server: InProcess, tenant: string, machine: string, proof: Proof) {
  const answer = await call(server, 'flow.open', { tenant, machine, startId: crypto.randomUUID() }, proof)
  if (answer.status !== 200) throw new Error(`${machine} was answered ${answer.status}: ${answer.body}`)
  const { id } = answer.data as { id: string }
  await server.settle()
  const view = async () => (await call(server, 'flow.view', { id }, proof)).data as View
  return {
    id,
    view,
    /** What the server itself sees, also when the member is gone. */
    seen: () => server.engine.view(id, 'system'),
    where: async () => leavesIn((await server.engine.view(id, 'system'))?.value ?? 'absent'),
    /** Sends an event that must be taken, and lets everything happen that follows. */
    async act(event: Event): Promise<View> {
      const sent = await call(server, 'flow.send', { id, event, eventId: crypto.randomUUID() }, proof)
      const { outcome } = sent.data as Sent
      if (outcome?.status !== 'accepted') throw new Error(`${event.type} was answered ${sent.status}: ${sent.body}`)
      await server.settle()
      return (sent.data as Sent).view
    },
  }
}

export const tenantOf = ({ id }: { id: string }) => tenantIdOf(id)
