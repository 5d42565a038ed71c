/** The connections of a workspace to other companies: what its page sends, and where they stand. */
import { tenantIdOf } from '../../../machines/onboarding/onboarding.actions.ts'
import type { IntegrationKind } from '../../../machines/integration/integration.types.ts'
import type { IntegrationView } from '../../../machines/integration/integration.view.ts'
import type { View } from '../../engine/view.ts'
import { call, type Proof, proofHeaders } from './calls.ts'
import type { InProcess } from './in-process.ts'
import { cookieFor } from './members.ts'
import { leavesIn } from '../../../machines/kit/state-value.ts'
import { visitorAt } from './visitor.ts'

type Event = { readonly type: string } & Readonly<Record<string, unknown>>

export type Connections = Awaited<ReturnType<typeof connections>>

/** A new workspace, connected to nothing. */
export async function connections(server: InProcess) {
  const visitor = await visitorAt(server, 'ready')
  const tenant = tenantIdOf(visitor.id)
  const owner = await cookieFor(server, visitor.email)

  const open = (kind: IntegrationKind, by = owner) =>
    call(server, 'flow.open', { tenant, machine: 'integration', input: { kind }, startId: crypto.randomUUID() }, by)
  const send = (id: string, event: Event, by = owner) =>
    call(server, 'flow.send', { id, event, eventId: crypto.randomUUID() }, by)
  const list = async (by = owner) => (await call(server, 'integration.list', { tenant }, by)).data as Listed
  const authorize = (id: string, by = owner) => call(server, 'integration.authorize', { tenant, id }, by)

  /** One of them, opened. */
  async function connection(kind: IntegrationKind) {
    const { id } = (await open(kind)).data as { id: string }
    const view = async () => (await server.engine.view(id, 'member')) as View
    return {
      id,
      view,
      context: async () => (await view()).context as unknown as IntegrationView,
      where: async () => leavesIn((await view()).value).join(),
      /** Sends an event that must be taken, and lets everything happen that follows. */
      async act(event: Event) {
        const { status, data, body } = await send(id, event)
        const { outcome } = (data ?? {}) as { outcome?: { status: string } }
        if (outcome?.status !== 'accepted') throw new Error(`${event.type} was answered ${status}: ${body}`)
        await server.settle()
      },
      give: (credential: string, more: object = {}) => ({ type: 'credential.given', credential, ...more }),
    }
  }

  /** To GitHub's page, and its answer's address. */
  async function goTo(id: string, decision: 'authorize' | 'cancel', by = owner): Promise<URL> {
    const { url } = (await authorize(id, by)).data as { url: string }
    const body = new URLSearchParams({ decision })
    const answer = await fetch(url, { method: 'POST', redirect: 'manual', body })
    return new URL(answer.headers.get('location') ?? 'none:')
  }
  return { tenant, owner, ownerEmail: visitor.email, open, send, list, authorize, connection, goTo }
}

export interface Listed {
  readonly kinds: readonly IntegrationKind[]
  readonly integrations: readonly View[]
}

/** Comes back from GitHub, and looks. */
export const comeBack = (server: InProcess, { pathname, search }: URL, proof: Proof) =>
  server.app.inject({ url: pathname + search, headers: proofHeaders(proof) })

/** Presses the button of that page. */
export function pressConnect(server: InProcess, back: URL, proof: Proof, origin = server.config.publicUrl) {
  const fields = new URLSearchParams()
  for (const name of ['state', 'code']) {
    const value = back.searchParams.get(name)
    if (value !== null) fields.set(name, value)
  }
  const headers = { ...proofHeaders(proof), origin, 'content-type': 'application/x-www-form-urlencoded' }
  return server.app.inject({ method: 'POST', url: back.pathname, headers, body: fields.toString() })
}
