/** Calls to the API as they come over the wire, and what comes back. */
import type { InjectOptions } from 'fastify'
import { appRouter } from '../../api/router.ts'
import type { InProcess } from './in-process.ts'

/** How somebody proves who they are. */
export interface Proof {
  readonly token?: string
  readonly cookie?: string
}

export interface Called {
  readonly status: number
  /** The result, where there is one. */
  readonly data: unknown
  /** The problem, where there is one: what a page chooses its words by. */
  readonly reason: string | null
  /** The answer as it came. */
  readonly body: string
}

export const proofHeaders = ({ token, cookie }: Proof): Record<string, string> => ({
  ...(token !== undefined && { authorization: `Bearer ${token}` }),
  ...(cookie !== undefined && { cookie }),
})

type Kind = 'query' | 'mutation' | 'subscription'

/** Every procedure there is, with its kind. */
export const procedures: Readonly<Record<string, Kind>> = Object.fromEntries(
  Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { type: Kind } }>).map(
    ([name, { _def }]) => [name, _def.type],
  ),
)

/** The request a client would send. */
export function requestFor(procedure: string, input: unknown, proof: Proof = {}): InjectOptions {
  const text = JSON.stringify(input)
  const headers = proofHeaders(proof)
  if (procedures[procedure] === 'mutation')
    return {
      method: 'POST',
      url: `/trpc/${procedure}`,
      headers: { ...headers, 'content-type': 'application/json' },
      body: text,
    }
  return { method: 'GET', url: `/trpc/${procedure}?input=${encodeURIComponent(text)}`, headers }
}

/** Calls a query or a mutation. */
export async function call(server: InProcess, procedure: string, input: unknown, proof?: Proof): Promise<Called> {
  const { statusCode, body } = await server.app.inject(requestFor(procedure, input, proof))
  return readCalled(statusCode, body)
}

export function readCalled(status: number, body: string): Called {
  const parsed = readJson(body) as { result?: { data?: unknown }; error?: { data?: { reason?: string | null } } } | null
  return { status, data: parsed?.result?.data, reason: parsed?.error?.data?.reason ?? null, body }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
