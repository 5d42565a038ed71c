/**
 * The way out of a mail. Whoever holds its token may stop mails of that class for the one person it was sent to, without
 * signing in, and nothing else.
 *
 * Mail programs post to the address in the mail's head (RFC 8058, 3.2); people open it, and press a button there. A GET
 * changes nothing: mail scanners open every link.
 */
import type { FastifyInstance } from 'fastify'
import { isOptional, type NoticeClass, noticeClasses, type OptionalClass } from '../../machines/vocabulary/notices.ts'
import type { Trace } from '../records/tokens/tokens.ts'
import { textOf } from './fields.ts'
import { sendHtml } from './headers.ts'
import { askToStopPage, noStopPage, stoppedPage, stoppedBeforePage } from './pages/unsubscribe.ts'
import type { HttpPorts } from './ports.ts'

export function unsubscribeRoutes(app: FastifyInstance, ports: HttpPorts): void {
  void app.register(async (scope) => {
    // as which mail programs post it, by preference; all it says is `List-Unsubscribe=One-Click`, the address says the rest
    scope.addContentTypeParser('multipart/form-data', { parseAs: 'string' }, (_request, _body, done) => done(null, {}))
    routes(scope, ports)
  })
}

function routes(app: FastifyInstance, ports: HttpPorts): void {
  app.get('/unsubscribe', async ({ query }, reply) => {
    const token = textOf(query, 'token') ?? ''
    const found = subjectOf(await ports.tokens.trace('unsubscribe', token))
    return found && found.isLive
      ? sendHtml(reply, askToStopPage(token, found.about))
      : sendHtml(reply.status(410), noStopPage())
  })

  app.post('/unsubscribe', async ({ body, query }, reply) => {
    const token = textOf(body, 'token') ?? textOf(query, 'token') ?? ''
    const found = subjectOf(await ports.tokens.trace('unsubscribe', token))
    if (!found) return sendHtml(reply.status(410), noStopPage())
    if (await stop(ports, token)) return sendHtml(reply, stoppedPage(found.about))
    // a mail program may post twice; whoever has switched it on again since is not switched off by an old mail
    const wants = await ports.preferences.wants(found.reader, found.about, 'mail')
    return wants ? sendHtml(reply.status(410), noStopPage()) : sendHtml(reply, stoppedBeforePage(found.about))
  })
}

/** Uses the token up in the commit that stops the class. False when somebody has used it. */
async function stop({ tokens, connection, preferences }: HttpPorts, token: string): Promise<boolean> {
  const consumption = await tokens.consume('unsubscribe', token)
  const found = consumption && subjectOf({ ...consumption, state: 'live' })
  if (!found) return false
  const off = preferences.set(found.reader, found.about, 'mail', false)
  return (await connection.write([consumption.write, off])).result === 'written'
}

/** A token speaks for a class and a person, as `outbox` writes it. */
function subjectOf(trace: Trace | null) {
  if (!trace) return null
  const [about = '', ...person] = trace.subject.split('/')
  if (!isClass(about) || !isOptional(about)) return null
  const reader = { tenant: trace.tenant, user: person.join('/') }
  return { about: about satisfies OptionalClass, reader, isLive: trace.state === 'live' }
}

const isClass = (text: string): text is NoticeClass => (noticeClasses as readonly string[]).includes(text)
