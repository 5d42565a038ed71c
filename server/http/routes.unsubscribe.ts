/**
 * The way out of a mail. Whoever holds its token may stop mails of that class for the one person it was sent to, without
 * signing in, and nothing else.
 *
 * Mail programs post to the address in the mail's head (RFC 8058, 3.2); people open it, and press a button there. A GET
 * changes nothing: mail scanners open every link.
 */
import type { FastifyInstance, FastifyReply } from 'fastify'
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
    if (found?.isLive) return sendHtml(reply, askToStopPage(token, found.about))
    return showWhatIs(ports, reply, found)
  })

  app.post('/unsubscribe', async ({ body, query }, reply) => {
    const token = textOf(body, 'token') ?? textOf(query, 'token') ?? ''
    const found = subjectOf(await ports.tokens.trace('unsubscribe', token))
    if (found && (await stop(ports, token))) return sendHtml(reply, stoppedPage(found.about))
    return showWhatIs(ports, reply, found)
  })
}

type Found = NonNullable<ReturnType<typeof subjectOf>>

/**
 * For a token that stops nothing any more. A mail program may post twice, and hears the same; whoever has switched the
 * class on again since is not switched off by an old mail.
 */
async function showWhatIs({ preferences }: HttpPorts, reply: FastifyReply, found: Found | null) {
  const isOff = found && !(await preferences.wants(found.reader, found.about, 'mail'))
  return isOff ? sendHtml(reply, stoppedBeforePage(found.about)) : sendHtml(reply.status(410), noStopPage())
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
