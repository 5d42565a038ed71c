/** The operator's console: its page, signing in, and making the first operator. */
import type { FastifyInstance } from 'fastify'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { letSpeakToOpened } from './routes.flow-inspector.ts'
import { sendHtml, standalonePolicy } from './headers.ts'
import type { HttpPorts } from './ports.ts'
import { sendWebResponse, toWebRequest } from './web-request.ts'

const newcomer = z.strictObject({
  token: z.string().min(1).max(200),
  email: z.email().max(200),
  name: z.string().trim().min(1).max(100),
  password: z.string().min(12).max(200),
})

/** Tries to make the first operator, in a minute, from one address. */
const WELCOMES = 10

export function operatorRoutes(app: FastifyInstance, ports: HttpPorts): void {
  const page = () => readFileSync(join(ports.built, 'portal', 'operator.html'), 'utf8')
  app.route({
    method: ['GET', 'POST'],
    url: '/operator/auth/*',
    handler: async (request, reply) =>
      sendWebResponse(reply, await ports.operators.handler(toWebRequest(request, ports.publicUrl))),
  })
  app.post('/operator/welcome', { config: { rateLimit: { max: WELCOMES } } }, async (request, reply) => {
    const refused = await welcome(ports, request.body)
    return refused ? reply.status(refused.status).send({ error: refused }) : reply.status(204).send()
  })
  app.get('/operator', (_, reply) => reply.redirect('/operator/', 308))
  // it may open Stately's window, and has to be able to speak to it
  app.get('/operator/inspect/*', (_, reply) => sendHtml(letSpeakToOpened(reply), page(), standalonePolicy))
  app.get('/operator/*', (_, reply) => sendHtml(reply, page(), standalonePolicy))
}

interface Refused {
  readonly status: number
  readonly code: string
  readonly message: string
}

/** Null: the operator is there. A link makes one operator, and none while there is any. */
async function welcome({ operators, tokens, connection }: HttpPorts, body: unknown): Promise<Refused | null> {
  const parsed = newcomer.safeParse(body)
  if (!parsed.success)
    return {
      status: 400,
      code: 'input.invalid',
      message: 'Give a name, an address and a password of at least 12 characters.',
    }
  const { token, ...operator } = parsed.data
  const found = await tokens.consume('first-operator', token)
  if (!found || (await operators.any())) return worthless
  if ((await connection.write([found.write])).result !== 'written') return worthless
  await operators.create(operator)
  return null
}

const worthless: Refused = {
  status: 410,
  code: 'link.used',
  message: 'This link is used or no longer valid. Sign in, or start the server again for a new one.',
}
