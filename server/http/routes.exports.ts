/**
 * The file of an export. It takes both: the token of that one export, and the session of a member who may take
 * everything out. Whatever is missing, the answer is the same.
 */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { may } from '../../machines/vocabulary/permissions.ts'
import { textOf } from './fields.ts'
import { sendHtml } from './headers.ts'
import { html } from './html.ts'
import { plainPage } from './pages/shell.ts'
import type { HttpPorts } from './ports.ts'
import { headersOf } from './web-request.ts'

export function exportRoutes(app: FastifyInstance, ports: HttpPorts): void {
  app.post('/exports/download', async (request, reply) => {
    // a form on another site could make its visitors download, with their session
    if (request.headers.origin !== new URL(ports.publicUrl).origin) return refuse(reply)
    const token = await ports.tokens.find('download', textOf(request.body, 'token') ?? '')
    const person = token && (await ports.sessions.from(headersOf(request)))
    const member = person && (await ports.tenants.memberOf(token.tenant, person.userId))
    if (!member || !may(member.role, 'data.export')) return refuse(reply)
    return (await send(ports, reply, token)) ?? refuse(reply)
  })
}

async function send(ports: HttpPorts, reply: FastifyReply, { tenant, subject }: { tenant: string; subject: string }) {
  const view = await ports.engine.view(subject, 'system')
  const file = view?.value === 'ready' ? await ports.exportFiles.open(tenant, subject) : null
  if (!view || !file) return null
  return reply
    .header('content-type', 'application/zip')
    .header('content-length', file.bytes)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${String(view.context['fileName'])}"`)
    .send(file.stream)
}

const refuse = (reply: FastifyReply) =>
  sendHtml(
    reply.status(410),
    plainPage(
      'No download',
      html`<section class="card" role="alert"><h1>This export cannot be downloaded</h1><p>It may have expired, or you are signed in as somebody else. On the page of your workspace you can make another one.</p><a class="button" href="/portal/leave">To your exports</a></section>`,
    ),
  )
