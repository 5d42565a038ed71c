/** The portal: one page whose paths are its own, and its built files. */
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FormSources, hostedPolicy, sendHtml } from './headers.ts'

export function portalRoutes(app: FastifyInstance, built: string, form: FormSources): void {
  const index = join(built, 'portal', 'index.html')
  if (existsSync(join(built, 'portal', 'assets')))
    void app.register(fastifyStatic, {
      root: join(built, 'portal', 'assets'),
      prefix: '/portal/assets/',
      decorateReply: false,
      immutable: true,
      maxAge: '1y',
    })
  const page = () => readFileSync(index, 'utf8')
  app.get('/portal', (_, reply) => reply.redirect('/portal/', 308))
  // a card may be asked for in the sign-up, and where it is replaced
  for (const path of ['/portal/sign-up', '/portal/billing'])
    app.get(path, (_, reply) => sendHtml(reply, page(), hostedPolicy(form)))
  app.get('/portal/*', (_, reply) => sendHtml(reply, page()))
}
