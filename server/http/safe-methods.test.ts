/** Mail scanners, previews and prefetchers open every address: a GET or a HEAD changes nothing, whoever sends it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tenantIdOf } from '../../machines/onboarding/onboarding.actions.ts'
import { procedures, type Proof, proofHeaders } from '../compose/testing/calls.ts'
import { type InProcess, inProcess } from '../compose/testing/in-process.ts'
import { mailsTo, newestMail, stopTokenIn, tokenIn } from '../compose/testing/mails.ts'
import { cookieFor } from '../compose/testing/members.ts'
import { type Visitor, visitorAt } from '../compose/testing/visitor.ts'
import { type Written, written } from '../compose/testing/written.ts'

let server: InProcess
let visitor: Visitor
let link: string
let stopLink: string
let member: Proof
let tenant: string
let files: Written

beforeAll(async () => {
  server = await inProcess()
  const owner = await visitorAt(server, 'ready')
  tenant = tenantIdOf(owner.id)
  const mails = await mailsTo(server, owner.email)
  stopLink = stopTokenIn(mails.find(({ subject }) => subject.endsWith('is ready'))!)
  member = await cookieFor(server, owner.email)
  visitor = await visitorAt(server, 'verifying')
  link = tokenIn(await newestMail(server, visitor.email))
  files = written(server)
})
afterAll(async () => {
  files.close()
  await server.end()
})

const input = () =>
  encodeURIComponent(JSON.stringify({ id: visitor.id, tenant, ids: [visitor.id], resume: visitor.resume }))

/** Every page and file, and every procedure asked for in the wrong way too. Streams stay open and are tried elsewhere. */
const addresses = (): string[] => [
  '/',
  '/signup',
  `/signup?resume=${visitor.resume}`,
  '/embed/onboarding?key=pk_demo',
  '/embed.js',
  '/assets/tokens.css',
  `/verify?token=${link}`,
  `/invitation?token=${link}`,
  `/unsubscribe?token=${stopLink}`,
  '/invitation/accept',
  '/invitation/decline',
  '/invitation/again',
  '/invitation/sign-out',
  '/integrations/github/callback?code=c&state=s',
  '/integrations/github/callback?error=access_denied&state=s',
  '/portal',
  '/portal/',
  '/portal/enter',
  '/sandbox/mailbox',
  '/sandbox/mailbox.json',
  '/sandbox/integrations',
  '/sandbox/clock',
  '/healthz',
  '/readyz',
  '/metrics',
  '/v1/ping',
  '/api/auth/get-session',
  '/api/auth/sign-out',
  '/api/auth/sign-in/email',
  ...Object.entries(procedures)
    .filter(([, kind]) => kind !== 'subscription')
    .map(([name]) => `/trpc/${name}?input=${input()}`),
]

describe('looking', () => {
  it.each(['GET', 'HEAD'] as const)('by %s changes nothing, for nobody, a visitor or a member', async (method) => {
    for (const proof of [{}, visitor.proof, member])
      for (const url of addresses()) {
        const { statusCode } = await server.app.inject({ method, url, headers: proofHeaders(proof) })
        expect(statusCode, url).toBeLessThan(500)
        await server.settle()
        expect(files.since(), `${method} ${url}`).toBe(false)
      }
    expect(await visitor.where()).toEqual(['signUp.verifying.cooling'])
  })

  it('is told from doing: an event is noticed', async () => {
    await visitor.act({ type: 'address.changed' })
    expect(files.since()).toBe(true)
  })

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const)('by %s is refused', async (method) => {
    for (const url of ['/verify', '/portal/enter', '/trpc/flow.send', '/trpc/session.me', '/api/auth/sign-in/email']) {
      const { statusCode } = await server.app.inject({ method, url, headers: proofHeaders(member) })
      expect(statusCode, `${method} ${url}`).toBe(url.startsWith('/trpc/') ? 405 : 404)
    }
    expect(files.since()).toBe(false)
  })
})
