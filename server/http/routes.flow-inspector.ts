/**
 * The button that opens the inspector on a page that shows a sign-up (widget/inspect). In development only: production
 * has neither the script nor a page that asks for it.
 */
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { textOf } from './fields.ts'

export const INSPECTOR_SCRIPT = '/embed/inspect.js'

export async function flowInspectorRoutes(app: FastifyInstance, built: string): Promise<void> {
  const folder = join(built, 'inspect')
  // read each time: a build under a running server names its pieces anew
  app.get(INSPECTOR_SCRIPT, async (_, reply) =>
    reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await readFile(join(folder, 'inspect.js'))),
  )
  await app.register(fastifyStatic, {
    root: join(folder, 'inspect'),
    prefix: '/embed/inspect/',
    decorateReply: false,
    immutable: true,
    maxAge: '1y',
  })
}

/** Whether a page is to offer the inspector: its address has `?inspect`, and this is not production. */
export const offersInspector = ({ production }: Pick<Config, 'production'>, query: unknown): boolean =>
  !production && textOf(query, 'inspect') !== undefined

/** Lets a page speak to the window it opens. With the usual policy the two are strangers to each other. */
export const letSpeakToOpened = (reply: FastifyReply): FastifyReply =>
  reply.header('cross-origin-opener-policy', 'same-origin-allow-popups')
