/**
 * The sandbox in a process of its own, for measurements and tests in which Stripe must not share the server's fate:
 * `PORT=… WEBHOOK_URL=… node sandbox/stripe/serve.ts`. It keeps nothing when it ends, and says when it listens.
 */
import { stripeSandbox } from './stripe-sandbox.ts'

/** Impatient: whoever kills the server does not want to wait for Stripe's usual minutes afterwards. */
const RETRY_MS = 200
const RETRIES = 300

const { PORT = '0', WEBHOOK_URL = null } = process.env
const sandbox = stripeSandbox({
  now: Date.now,
  port: Number(PORT),
  webhookUrl: WEBHOOK_URL,
  webhookSecret: 'whsec_sandbox',
  webhookRetriesMs: Array<number>(RETRIES).fill(RETRY_MS),
})
console.log(`Stripe's stand-in is at ${await sandbox.listen()}`)
