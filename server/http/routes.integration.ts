/**
 * Where GitHub sends people back to. The page looks at the state and changes nothing; its button uses the state up in the
 * commit of the event it stands for. The state is good for one connection and for the person who began it: a forwarded or
 * mixed-up way back ends here.
 *
 * Code and state stand in the address the provider makes, so no page here lets its own address out (`no-referrer`).
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { auditedBy } from '../api/audited.ts'
import { readStateSubject, verifierOf } from '../api/oauth-state.ts'
import { reached } from '../api/reached.ts'
import { may } from '../../machines/vocabulary/permissions.ts'
import { fromOf } from './client-address.ts'
import { textOf } from './fields.ts'
import { sendHtml } from './headers.ts'
import { deniedPage, foreignConnectPage, grantedPage, lostPage } from './pages/integration.ts'
import type { HttpPorts } from './ports.ts'
import { headersOf } from './web-request.ts'

const CALLBACK = '/integrations/github/callback'
/** How long the button keeps somebody waiting for what GitHub says. */
const PATIENCE_MS = 8000

export function integrationRoutes(app: FastifyInstance, ports: HttpPorts): void {
  app.get(CALLBACK, async (request, reply) => {
    const state = textOf(request.query, 'state') ?? ''
    const code = textOf(request.query, 'code')
    const found = await lookAt(ports, state, request)
    if (!found) return show(reply, lostPage(), 410)
    if (code === undefined) return show(reply, deniedPage(state))
    return show(reply, grantedPage(state, code, found.company))
  })

  app.post(CALLBACK, async (request, reply) => {
    if (!isOurs(request, new URL(ports.publicUrl).origin)) return show(reply, foreignConnectPage(), 403)
    const state = textOf(request.body, 'state') ?? ''
    const found = await lookAt(ports, state, request)
    const code = textOf(request.body, 'code')
    const by = found && auditedBy(found.member, fromOf(request))
    if (!found || !(await tell(ports, { id: found.integration, by }, state, code))) return show(reply, lostPage(), 410)
    await reached(ports.engine, found.integration, ({ value }) => !isUnderWay(value), PATIENCE_MS)
    return reply
      .header('referrer-policy', 'no-referrer')
      .redirect(`/portal/settings/integrations?workspace=${encodeURIComponent(found.tenant)}`, 303)
  })
}

/** Whom a state belongs to, if that is who asks, and they still may. */
async function lookAt(ports: HttpPorts, state: string, request: FastifyRequest) {
  const bearer = await ports.tokens.find('oauth-state', state)
  const person = bearer && (await ports.sessions.from(headersOf(request)))
  if (!bearer || !person) return null
  const { integration, userId } = readStateSubject(bearer.subject)
  const member = userId === person.userId ? await ports.tenants.memberOf(bearer.tenant, userId) : null
  const tenant = await ports.tenants.get(bearer.tenant)
  if (!member || !tenant || !may(member.role, 'workspace.manage')) return null
  return { integration, member, tenant: bearer.tenant, company: tenant.name }
}

/** Uses the state up in the event's own commit. False when it was used meanwhile, or the connection waits no more. */
async function tell(
  { tokens, engine }: HttpPorts,
  whose: { readonly id: string; readonly by: unknown },
  state: string,
  code: string | undefined,
) {
  const consumption = await tokens.consume('oauth-state', state)
  if (!consumption) return false
  const event =
    code === undefined
      ? { type: 'authorization.denied' }
      : { type: 'authorization.granted', code, verifier: tokens.tokenFor(verifierOf(state)) }
  const eventId = crypto.randomUUID()
  const answer = await engine.send({ ...whose, event, eventId, caller: 'system', writes: [consumption.write] })
  return answer.status === 'accepted'
}

/** A page without a referrer posts without its origin, too; then the browser itself says where the form came from. */
function isOurs({ headers }: FastifyRequest, home: string): boolean {
  if (headers.origin === home) return true
  return headers.origin === 'null' && headers['sec-fetch-site'] === 'same-origin'
}

const underWay: readonly unknown[] = ['exchanging', 'checking']
const isUnderWay = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'connecting' in value && underWay.includes(value.connecting)

const show = (reply: FastifyReply, page: string, status = 200) =>
  sendHtml(reply.status(status).header('referrer-policy', 'no-referrer'), page)
