/**
 * One call of another company's API: with a time limit, a size limit, no redirect followed, and errors in our words.
 *
 * What it throws names the company and never the address, because an address may carry a token.
 */
import { EffectError, giveUp, retryAfter } from '../effect.ts'

/** Less than the deadline of an effect, so that a call that hangs ends as a failed attempt and not as an aborted one. */
const TIMEOUT_MS = 15_000
/** A hundred repositories are less than one million bytes. */
const MOST_BYTES = 4_000_000
/** Longer than this nobody waits for one attempt; the next check comes by itself. */
const LONGEST_WAIT_MS = 60_000

export interface Asked {
  /** Who is asked, for the log. */
  readonly company: string
  readonly url: string
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
  readonly signal: AbortSignal
  /** Statuses that are an answer, beside those of success. */
  readonly expected?: readonly number[]
}
export interface Answered {
  readonly status: number
  readonly headers: Headers
  /** The body, where it is JSON; else null. */
  readonly body: unknown
}

/** Throws `provider.unreachable`; gives up with `credential.refused` (401) and `credential.forbidden` (403). */
export async function call(asked: Asked): Promise<Answered> {
  const answer = await fetched(asked)
  const { status, headers } = answer
  const { company, expected = [] } = asked
  if ((status >= 200 && status < 300) || expected.includes(status)) return answer
  if (isLimited(answer)) throw retryAfter('provider.unreachable', `${company} asks us to wait.`, waitOf(headers))
  if (status === 401) throw giveUp('credential.refused', `${company} does not know this key.`)
  if (status === 403) throw giveUp('credential.forbidden', `${company} does not let this key in.`)
  throw new EffectError('provider.unreachable', `${company} answered ${status}.`)
}

async function fetched({ company, url, method = 'GET', headers = {}, body, signal }: Asked): Promise<Answered> {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      headers: {
        accept: 'application/json',
        'user-agent': 'tenure',
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: response.status, headers: response.headers, body: readJson(await textOf(response)) }
  } catch (error) {
    // the cause may hold the address, so only its name goes on
    const name = error instanceof Error ? error.name : 'unknown'
    throw new EffectError('provider.unreachable', `${company} could not be reached (${name}).`)
  }
}

async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += (chunk as Uint8Array).length
    if (size > MOST_BYTES) throw new RangeError('The answer is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Source: RFC 6585, 4; GitHub docs, "Rate limits for the REST API": it says so with 403, too. */
const isLimited = ({ status, headers }: Answered) =>
  status === 429 || (status === 403 && (headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after')))

function waitOf(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? '1')
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1) * 1000, LONGEST_WAIT_MS) : 1000
}
