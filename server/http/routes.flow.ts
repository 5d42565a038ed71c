/** Where the flow is shown, proved by link, and left for the portal. */
import { tenantIdOf } from '../../machines/onboarding/onboarding.actions.ts'
import { DEFAULT_EMBEDDING_KEY, DEFAULT_LEAVING_KEY } from '../../machines/vocabulary/embedding.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type EmbeddedFlow, frameAssets } from './assets.ts'
import { textOf } from './fields.ts'
import { INSPECTOR_SCRIPT, letSpeakToOpened, offersInspector } from './routes.flow-inspector.ts'
import { framePolicy, hostedPolicy, sendHtml } from './headers.ts'
import { framePage, hostedPage } from './pages/frame.ts'
import { deadLinkPage, verifiedPage, verifyPage } from './pages/verify.ts'
import { html } from './html.ts'
import { plainPage } from './pages/shell.ts'
import type { Consumption } from '../records/tokens/tokens.ts'
import type { HttpPorts } from './ports.ts'
import { headersOf } from './web-request.ts'

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

export function flowRoutes(app: FastifyInstance, ports: HttpPorts): void {
  // read each time, as the portal's page is: a build under a running server takes the files of the last one away
  const files = (flow: EmbeddedFlow) => frameAssets(ports.built, flow)
  const lang = (query: unknown) => {
    const locale = textOf(query, 'locale')
    return locale && LANGUAGE.test(locale) ? locale : 'en'
  }
  // a leaving keeps no token, so there is nothing that an inspector could follow it with
  const inspector = (flow: EmbeddedFlow, query: unknown) =>
    flow === 'onboarding' && offersInspector(ports.config, query) ? INSPECTOR_SCRIPT : null

  app.get<{ Params: { flow: string } }>('/embed/:flow', async ({ params, query }, reply) => {
    const keyName = textOf(query, 'key') ?? ''
    const key = await ports.embeddingKey(keyName)
    if (!key || key.flow !== params.flow) return sendHtml(reply.status(404), unknownKeyPage(keyName))
    return sendHtml(
      reply,
      framePage({
        keyName,
        key,
        lang: lang(query),
        assets: files(key.flow),
        inspector: inspector(key.flow, query),
      }),
      framePolicy(key.origins, ports.formSources),
    )
  })

  const hosted = (path: string, flow: EmbeddedFlow, usual: string) =>
    app.get(path, async ({ query }, reply) => {
      const keyName = textOf(query, 'key') ?? usual
      const key = await ports.embeddingKey(keyName)
      if (key?.flow !== flow) return sendHtml(reply.status(404), unknownKeyPage(keyName))
      const offered = inspector(flow, query)
      return sendHtml(
        offered ? letSpeakToOpened(reply) : reply,
        hostedPage({ keyName, key, lang: lang(query), assets: files(flow), inspector: offered }),
        hostedPolicy(ports.formSources),
      )
    })
  hosted('/signup', 'onboarding', DEFAULT_EMBEDDING_KEY)
  hosted('/leave', 'offboarding', DEFAULT_LEAVING_KEY)

  app.get('/verify', ({ query }, reply) => sendHtml(reply, verifyPage(textOf(query, 'token') ?? '')))
  app.post('/verify', ({ body }, reply) => verify(ports, reply, textOf(body, 'token') ?? ''))
  app.post('/portal/enter', async (request, reply) => {
    // a form on another site could sign its visitors in as somebody else
    if (request.headers.origin !== new URL(ports.publicUrl).origin)
      return sendHtml(reply.status(403), foreignFormPage())
    return enter(ports, reply, textOf(request.body, 'token') ?? '', headersOf(request))
  })
}

/** The link counts when its token is the newest and unused; the token is used up in the event's own commit. */
async function verify(ports: HttpPorts, reply: FastifyReply, token: string) {
  const consumption = await ports.tokens.consume('verify-link', token)
  if (!consumption) return sendHtml(reply.status(410), deadLinkPage())
  const outcome = await ports.engine.send({
    id: consumption.subject,
    event: { type: 'link.confirmed' },
    // the token can be used up once, so the event needs no id of its own to be applied once
    eventId: crypto.randomUUID(),
    caller: 'system',
    writes: [consumption.write],
  })
  return outcome.status === 'accepted' ? sendHtml(reply, verifiedPage()) : sendHtml(reply.status(410), deadLinkPage())
}

/** A one-time token becomes a session, while the flow still stands at its door. */
async function enter(ports: HttpPorts, reply: FastifyReply, token: string, headers: Headers) {
  const consumption = await ports.tokens.consume('hand-off', token)
  const user = consumption && (await userOf(ports, consumption.subject))
  if (!user || !(await goThrough(ports, consumption)))
    return reply.redirect('/portal/sign-in?reason=handOver.used', 303)
  for (const cookie of await ports.sessions.begin(user, headers)) reply.header('set-cookie', cookie)
  return reply.redirect('/portal/', 303)
}

/** The token is used up in the commit of the step through the door, so a second token of the same flow finds it closed. */
async function goThrough({ engine }: HttpPorts, { subject, write }: Consumption): Promise<boolean> {
  const event = { type: isOnboarding(subject) ? 'workspace.opened' : 'session.begun' }
  const eventId = crypto.randomUUID()
  const outcome = await engine.send({ id: subject, event, eventId, caller: 'system', writes: [write] })
  return outcome.status === 'accepted'
}

const isOnboarding = (subject: string) => subject.startsWith('onb_')

const userOf = (ports: HttpPorts, subject: string): Promise<string | null> =>
  isOnboarding(subject) ? ownerOf(ports, tenantIdOf(subject)) : accountOf(ports, subject)

const ownerOf = async ({ tenants }: HttpPorts, tenant: string) =>
  (await tenants.members(tenant)).find(({ role }) => role === 'owner')?.userId ?? null

async function accountOf({ engine, sessions }: HttpPorts, signIn: string) {
  const view = await engine.view(signIn, 'system')
  return view ? sessions.accountOf(String(view.context['email'])) : null
}

const unknownKeyPage = (key: string) =>
  plainPage(
    'Unknown embedding key',
    html`<section class="card" role="alert"><h1>This sign-up cannot be shown</h1><p>There is no embedding key <code>${key || '(none)'}</code> for this flow. Whoever runs this site can correct the <code>key</code> of its sign-up.</p></section>`,
  )

const foreignFormPage = () =>
  plainPage(
    'Not from here',
    html`<section class="card" role="alert"><h1>That did not come from our page</h1><p>Go back to the sign-up and press its button once more, or sign in.</p><a class="button" href="/portal/sign-in">Sign in</a></section>`,
  )
