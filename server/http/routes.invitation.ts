/**
 * The way in by invitation. The link's token is looked at by every page and used up only by a button, in the commit of
 * the event it stands for. Who may accept: whoever is signed in with the invited address, or makes its account here.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { reached } from '../api/reached.ts'
import type { View } from '../engine/view.ts'
import { textOf } from './fields.ts'
import { sendHtml } from './headers.ts'
import { atTheDoor, isSameAddress, type Look, look, type Open } from './invitation-look.ts'
import { personFrom } from './invitation-person.ts'
import { declinedPage, endedPage, foreignInvitationPage, waitsPage, wrongAccountPage } from './pages/invitation.ts'
import type { HttpPorts } from './ports.ts'
import { headersOf } from './web-request.ts'

/** How long a button keeps somebody waiting for account, seat and access. */
const PATIENCE_MS = 10_000

export function invitationRoutes(app: FastifyInstance, ports: HttpPorts): void {
  const home = new URL(ports.publicUrl).origin
  const button = (
    name: string,
    press: (found: Look, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
  ) =>
    app.post(`/invitation/${name}`, async (request, reply) => {
      if (request.headers.origin !== home) return sendHtml(reply.status(403), foreignInvitationPage())
      return press(await look(ports, textOf(request.body, 'token') ?? '', headersOf(request)), request, reply)
    })

  app.get('/invitation', async (request, reply) =>
    show(reply, await look(ports, textOf(request.query, 'token') ?? '', headersOf(request))),
  )
  button('accept', (found, request, reply) => accept(ports, found, request, reply))
  button('decline', async (found, _, reply) => {
    if (found.is !== 'open' || !(await tell(ports, found, { type: 'invitation.declined' }))) return show(reply, found)
    ports.workspaceChanged(found.tenant)
    return sendHtml(reply, declinedPage())
  })
  button('again', async (found, request, reply) => {
    if (found.is !== 'waits' || !found.canRetry) return show(reply, found)
    await send(ports, found.id, { type: 'acceptance.retried' })
    return goIn(ports, found, await landed(ports, found.id), headersOf(request), reply)
  })
  button('sign-out', async (found, request, reply) => {
    for (const cookie of await ports.sessions.signOut(headersOf(request))) reply.header('set-cookie', cookie)
    return reply.redirect(`/invitation?token=${encodeURIComponent(found.token)}`, 303)
  })
}

/** The page for what was found. */
function show(reply: FastifyReply, found: Look) {
  if (found.is === 'open')
    return found.signedIn && !isSameAddress(found)
      ? sendHtml(reply.status(403), wrongAccountPage(found.invitation, found.signedIn.email))
      : sendHtml(reply, atTheDoor(found))
  if (found.is === 'waits') return sendHtml(reply.status(409), waitsPage(found.token, found.why, found.canRetry))
  return sendHtml(reply.status(found.how === 'unknown' ? 404 : 410), endedPage(found.how))
}

async function accept(ports: HttpPorts, found: Look, request: FastifyRequest, reply: FastifyReply) {
  if (found.is !== 'open' || (found.signedIn && !isSameAddress(found))) return show(reply, found)
  const person = await personFrom(ports, found, request)
  if ('page' in person) return sendHtml(reply.status(person.status), person.page)
  for (const cookie of person.cookies) reply.header('set-cookie', cookie)
  if (!(await tell(ports, found, { type: 'invitation.accepted', ...person.event })))
    return show(reply, await look(ports, found.token, headersOf(request)))
  return goIn(ports, found, await landed(ports, found.id), headersOf(request), reply, person.isNew)
}

const isUnderWay = ({ value }: View) => typeof value === 'object' && 'accepting' in value
const landed = ({ engine }: HttpPorts, id: string) => reached(engine, id, (view) => !isUnderWay(view), PATIENCE_MS)

/** To the workspace, or to the page that says why not. `isNew`: they have an account by now, and no session yet. */
async function goIn(
  ports: HttpPorts,
  { token, tenant }: Pick<Open, 'token' | 'tenant'>,
  view: View | null,
  headers: Headers,
  reply: FastifyReply,
  isNew = false,
) {
  const userId = view?.context['userId']
  if (isNew && typeof userId === 'string')
    for (const cookie of await ports.sessions.begin(userId, headers)) reply.header('set-cookie', cookie)
  ports.workspaceChanged(tenant)
  if (view?.value === 'accepted') return reply.redirect(`/portal/?workspace=${tenant}`, 303)
  if (view?.value === 'full' || view?.value === 'failed')
    return sendHtml(reply.status(409), waitsPage(token, view.value, true))
  return show(reply, await look(ports, token, headers))
}

/** Uses the link up in the event's own commit. False when it was used, replaced or taken back meanwhile. */
async function tell(ports: HttpPorts, { id, token }: Open, event: { type: string }): Promise<boolean> {
  const consumption = await ports.tokens.consume('invitation', token)
  return consumption?.subject === id && send(ports, id, event, [consumption.write])
}

async function send(
  { engine }: HttpPorts,
  id: string,
  event: { type: string },
  writes: NonNullable<Parameters<HttpPorts['engine']['send']>[0]['writes']> = [],
): Promise<boolean> {
  const outcome = await engine.send({ id, event, eventId: crypto.randomUUID(), caller: 'system', writes })
  return outcome.status === 'accepted'
}
