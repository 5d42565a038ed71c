/**
 * A stand-in for Stripe's API that is honest about what it does: its objects have states of their own, its clock can be
 * moved, its test cards do what Stripe's do, and it can be told to fail in every way a network can.
 *
 * It listens on a port of its own, because the SDK takes host and port but no path. It keeps everything in memory, and with
 * a file the history it follows from.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Faults } from './control/faults.ts'
import { type Controls, control } from './control/routes.ts'
import { type SandboxState, stateOf } from './control/state.ts'
import { hideCard } from './history/hide-card.ts'
import { openHistory } from './history/history.ts'
import { replay } from './history/replay.ts'
import { newAccount, settle } from './lifecycle.ts'
import { answerChallenge, intentById } from './objects/challenge.ts'
import { includable, routes } from './objects/routes.ts'
import { visitorPages } from './page/visitor-routes.ts'
import { Deliveries } from './webhooks/deliveries.ts'
import { crossOrigin, sendJson } from './wire/body.ts'
import { type Exchange, exchange, type Logged } from './wire/exchange.ts'
import { expander } from './wire/expand.ts'
import { IdempotencyKeys } from './wire/idempotency.ts'
import type { Api } from './wire/perform.ts'

export type { Fault } from './control/faults.ts'
export type { SandboxState } from './control/state.ts'
export { PUBLISHABLE_KEY, SECRET_KEY } from './wire/keys.ts'

export interface StripeSandboxOptions {
  /**
   * Milliseconds since 1970. What `advance` adds stands on top of it, so either move this clock or advance the sandbox,
   * not both.
   */
  readonly now: () => number
  /** The system chooses one when it is left out or 0. */
  readonly port?: number
  /** 127.0.0.1 unless said otherwise: nobody else needs a sandbox. */
  readonly host?: string
  /** Where events are delivered; null delivers none. */
  readonly webhookUrl?: string | null
  readonly webhookSecret: string
  /** The same seed gives the same ids. Random when it is left out, so that two lives never share one. */
  readonly seed?: string
  /** How long search stays behind, in milliseconds. A minute unless said otherwise. */
  readonly searchLagMs?: number
  /** What becomes of a subscription after its last retry; `past_due` leaves the decision to the product. */
  readonly whenRetriesFail?: 'cancel' | 'unpaid' | 'past_due'
  /** Where its history is kept, so that the next life holds the same; its folder has to exist. None without it. */
  readonly file?: string | null
  /** Other stand-ins at the same address, which take part in the same faults. False when a call is none of theirs. */
  readonly beside?: Beside | null
  /** Milliseconds of real time before each further attempt to deliver a webhook. */
  readonly webhookRetriesMs?: readonly number[]
}

export type Beside = (request: IncomingMessage, response: ServerResponse, url: URL, faults: Faults) => Promise<boolean>

export interface StripeSandbox {
  /** Resolves with the address once it accepts calls. */
  listen(): Promise<string>
  close(): Promise<void>
  /** `http://127.0.0.1:3001`. Throws before `listen`. */
  readonly url: string
  /** Moves the clock forward by milliseconds; renewals, retries and expiries happen in the order of their times. */
  advance(ms: number): void
  /** A copy of everything it holds. */
  state(): SandboxState
  readonly faults: Faults
  /** From now on events go there; null delivers none. */
  deliverTo(url: string | null): void
  /** Resolves when every webhook is delivered or given up. */
  delivered(): Promise<void>
  /** The person answers the bank's question about an intent. Throws when it is not asked. */
  challenge(intent: string, passed: boolean): object
}

const RETRIES_MS = [100, 500, 2_000, 10_000, 60_000, 600_000]
const MOST_CALLS_KEPT = 500
const MINUTE_MS = 60_000

export function stripeSandbox(options: StripeSandboxOptions): StripeSandbox {
  const { webhookUrl = null, webhookSecret, host = '127.0.0.1', port = 0 } = options
  let url: string | null = null
  const address = () => {
    if (url === null) throw new Error('The Stripe sandbox has no address before it listens.')
    return url
  }
  const history = openHistory(options.file ?? null, options.seed ?? randomUUID())
  const account = newAccount({
    now: options.now,
    seed: history.seed,
    searchLagMs: options.searchLagMs ?? MINUTE_MS,
    whenRetriesFail: options.whenRetriesFail ?? 'past_due',
    url: address,
  })
  const faults = new Faults()
  const calls: Logged[] = []
  const deliveries = new Deliveries(webhookUrl, {
    secret: webhookSecret,
    faults,
    // never older than the real time a verifier may compare it with
    seconds: () => Math.floor(Math.max(Date.now(), account.clock.now()) / 1000),
    retriesMs: options.webhookRetriesMs ?? RETRIES_MS,
    delivered: ({ id }) => history.append({ what: 'delivered', event: id }),
  })

  const settleNow = () => settle(account)
  const advance = (ms: number) => {
    settleNow()
    history.append({ what: 'advance', at: account.clock.now(), ms })
    account.clock.advance(ms)
    settleNow()
    deliveries.hurry()
  }
  const state = () => {
    settleNow()
    return stateOf(account, { faults: faults.list(), calls, deliveries: deliveries.attempts })
  }
  const challenge = (intent: string, passed: boolean) => {
    settleNow()
    history.append({ what: 'challenge', at: account.clock.now(), intent, passed })
    return answerChallenge(account, intentById(account, intent), passed)
  }
  const api: Api = {
    account,
    routes,
    keys: new IdempotencyKeys(() => account.clock.now()),
    expander: expander(account, includable),
    settle: settleNow,
    record: ({ method, path, query, body, contentType, idempotencyKey, fingerprint, isSecret, at, times }) => {
      const call = { method, path, query, contentType, idempotencyKey, fingerprint, isSecret, at, times }
      history.append({ what: 'call', ...call, body: hideCard(body) })
    },
  }
  let isAwake = false
  /** Lives through what an earlier life was asked, then sends again what nobody took. */
  const wake = () => {
    if (isAwake) return
    isAwake = true
    const delivered = replay({ api, settleUntil: (at) => settle(account, at) }, history.past)
    account.onEvent = (event) => deliveries.push(event)
    for (const event of account.events.oldestFirst()) if (!delivered.has(event.id)) deliveries.push(event)
  }
  const parts: Exchange = {
    api,
    faults,
    log: (call) => {
      calls.push(call)
      if (calls.length > MOST_CALLS_KEPT) calls.shift()
    },
  }
  const controls: Controls = { faults, state, advance, challenge }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 500, { error: { type: 'api_error', message: String(error) } })
      else response.destroy()
    })
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = new URL(request.url ?? '/', 'http://sandbox.invalid')
    if (at.pathname.startsWith('/control/')) await control(controls, request, response, at)
    else if (await options.beside?.(request, response, at, faults)) return
    else if (request.method === 'OPTIONS') response.writeHead(204, crossOrigin).end()
    else if (!(await visitorPages({ account, challenge }, request, response, at)))
      await exchange(parts, request, response, at)
  }

  // time passes without calls, too
  const ticking = setInterval(settleNow, 1000)
  ticking.unref()

  return {
    async listen() {
      await listening(server, port, host)
      url = `http://${host}:${(server.address() as AddressInfo).port}`
      wake()
      return url
    },
    async close() {
      clearInterval(ticking)
      deliveries.close()
      await closed(server)
      history.close()
    },
    get url() {
      return address()
    },
    advance,
    state,
    faults,
    deliverTo: (target) => void (deliveries.url = target),
    delivered: () => deliveries.idle(),
    challenge,
  }
}

/** Rejects when the port is taken. */
const listening = (server: Server, port: number, host: string) =>
  new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, done)
  })

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}
