/** Who asks through the workspace's own API: the tenant of a key, or why not. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refusalOf, refusalText } from '../api/access.ts'
import type { HttpPorts } from './ports.ts'

/** A refusal's code and words, as every answer of this API has them. */
export const problem = (code: string, message: string) => ({ error: { code, message } })

/** The tenant of the request's key. Null when the request was answered: with 401, or with 402 or 403 by its account. */
export async function tenantOf(ports: HttpPorts, request: FastifyRequest, reply: FastifyReply): Promise<string | null> {
  const key = bearerOf(request.headers.authorization)
  const owner = key === null ? null : await ports.apiKeys.authenticate(key)
  if (!owner) {
    reply.status(401).send(problem('key.unknown', unknownKey))
    return null
  }
  const closed = await refusalOf(ports, owner.tenant, 'apiKey.use')
  if (closed) {
    // 402 where money opens it again
    reply.status(closed === 'account.unpaid' ? 402 : 403).send(problem(closed, refusalText[closed]))
    return null
  }
  return owner.tenant
}

const unknownKey = 'This key opens nothing. Send "Authorization: Bearer tn_live_…" with the key from your workspace.'

export function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer ([\w.~+/=-]{1,200})$/.exec(authorization ?? '')?.[1] ?? null
}

/** Watchers see the new count; the account hears of a limit that is near, and where it cannot, the next request tells it. */
export async function counted(ports: HttpPorts, tenant: string, open: boolean, route: string): Promise<void> {
  ports.workspaceChanged(tenant)
  if (!open) return
  await ports.usageCrossed(tenant).catch((error: unknown) => ports.onRequestError(error, 'POST', route))
}
