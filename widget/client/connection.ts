/** The way to the server: tRPC over HTTP, watches over SSE. The flow token goes as a header, never in an address. */
import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink, TRPCClientError } from '@trpc/client'
import { EventSource } from 'eventsource'
import type { AppRouter } from '../../server/api/router.ts'
import type { Answered, View } from './wire.ts'

export type Client = ReturnType<typeof openClient>

/** A flow's connection, as the remote actor needs it. */
export interface Connection {
  /** Sends, and sends again under the same id while the server cannot be reached. Rejects when it refuses. */
  send(event: { type: string }, eventId: string): Promise<Answered>
  /** Calls back with every new view until told to stop. */
  watch(onView: (view: View) => void): () => void
}

/** `token` is asked for at each request, so a renewed one is used at once. Without one, cookies speak. */
export function openClient(base: string, token: () => string | null) {
  const authorization = (): Record<string, string> => {
    const bearer = token()
    return bearer ? { authorization: `Bearer ${bearer}` } : {}
  }
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({
          url: `${base}/trpc`,
          EventSource,
          eventSourceOptions: () => ({ fetch: (url, init) => fetchStream(url, init, authorization()) }),
        }),
        false: httpLink({ url: `${base}/trpc`, headers: authorization }),
      }),
    ],
  })
}

/** A non-200 answer ends an EventSource for good, while a failed fetch is tried again: so trouble that passes throws. */
async function fetchStream(
  url: string | URL | Request,
  init: RequestInit | undefined,
  headers: Record<string, string>,
) {
  const answer = await fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), ...headers } })
  if (answer.status >= 500 || answer.status === 429) {
    await answer.body?.cancel()
    throw new TypeError(`The server answered ${answer.status}.`)
  }
  return answer
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 8000
/** After this long without an answer the person is told; the event keeps its id, so sending it again is safe. */
const PATIENCE_MS = 15_000

/** Sends while there is no answer at all; an answer, whatever it says, ends it. */
export async function persistently<T>(send: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await send()
    } catch (error) {
      if (!isUnreachable(error) || Date.now() + wait > until) throw error
      await new Promise((done) => setTimeout(done, wait))
    }
  }
}

/** Whether the server was not reached, or somebody before it said that it cannot answer now. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false
  const status = statusOf(error)
  return status === undefined || [502, 503, 504].includes(status)
}

/** Undefined when no answer of ours came. What our server says before the API is asked, too often or too much, has its status. */
const statusOf = ({ data, meta }: TRPCClientError<AppRouter>): number | undefined =>
  (data as { httpStatus?: number } | null)?.httpStatus ?? (meta?.['response'] as Response | undefined)?.status

/** Nothing there for this token: it has lapsed, or its flow was erased. */
export const isGone = (error: unknown): boolean =>
  error instanceof TRPCClientError && (error.data as { reason?: string } | null)?.reason === 'absent'

/** The problem code of a refusal; null when there is none. */
export function reasonOf(error: unknown): string | null {
  if (!(error instanceof TRPCClientError)) return null
  if (isUnreachable(error)) return 'offline'
  if (statusOf(error) === 429) return 'rate.limited'
  return (error.data as { reason?: string | null } | null)?.reason ?? null
}
