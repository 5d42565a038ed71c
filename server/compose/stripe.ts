/** Stripe: the real one under its keys, or the sandbox, which stands in over HTTP. The client is the same for both. */
import { join } from 'node:path'
import { Stripe } from 'stripe'
import {
  type Beside,
  PUBLISHABLE_KEY,
  SECRET_KEY,
  type StripeSandbox,
  stripeSandbox,
} from '../../sandbox/stripe/stripe-sandbox.ts'
import type { Config } from '../config.ts'

/** Less than the deadline of an effect, so that a call that hangs ends as a failed attempt and not as an aborted one. */
const TIMEOUT_MS = 20_000
const SANDBOX_WEBHOOK_SECRET = 'whsec_sandbox'

export interface StripeParts {
  readonly config: Config
  readonly now: () => number
  /** How long a call may take, for tests that cannot wait. */
  readonly timeoutMs?: number | undefined
  /** Other stand-ins at the sandbox's address. */
  readonly beside?: Beside | null
}

export interface OpenStripe {
  readonly stripe: Stripe
  readonly publishableKey: string
  readonly webhookSecrets: readonly string[]
  /** Money is real. */
  readonly livemode: boolean
  /** Null when Stripe is the real one. */
  readonly sandbox: StripeSandbox | null
  close(): Promise<void>
}

/** Throws when the sandbox's port is taken. */
export async function openStripe(parts: StripeParts): Promise<OpenStripe> {
  const { config, now, timeoutMs = TIMEOUT_MS, beside = null } = parts
  // the engine repeats under the same identity; a client that repeats too would hide how often
  const options = { maxNetworkRetries: 0, timeout: timeoutMs, telemetry: false }
  if (config.stripe) {
    const { secretKey, apiUrl, ...rest } = config.stripe
    const stripe = new Stripe(secretKey, { ...options, ...(apiUrl !== null && addressOf(apiUrl)) })
    return { stripe, ...rest, livemode: secretKey.includes('_live_'), sandbox: null, close: async () => {} }
  }
  const sandbox = stripeSandbox({
    now,
    port: config.sandboxPort,
    webhookSecret: SANDBOX_WEBHOOK_SECRET,
    file: join(config.dataDir, 'stripe-sandbox.jsonl'),
    beside,
  })
  const address = addressOf(await sandbox.listen())
  return {
    stripe: new Stripe(SECRET_KEY, { ...options, ...address }),
    publishableKey: PUBLISHABLE_KEY,
    webhookSecrets: [SANDBOX_WEBHOOK_SECRET],
    livemode: false,
    sandbox,
    close: () => sandbox.close(),
  }
}

/** The SDK takes host and port, but no path in front. */
function addressOf(url: string) {
  const { hostname: host, port, protocol } = new URL(url)
  return { host, protocol: protocol === 'https:' ? ('https' as const) : ('http' as const), ...(port && { port }) }
}
