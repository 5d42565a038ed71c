/** Stripe's stand-in as a process of its own: it goes on when the server dies, and its work is not the server's. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** What a server needs to use it. */
export const stripeEnvironment = (url: string): Record<string, string> => ({
  STRIPE_SECRET_KEY: 'sk_test_sandbox',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_sandbox',
  STRIPE_WEBHOOK_SECRET: 'whsec_sandbox',
  STRIPE_API_URL: url,
})

/** Resolves once it listens. `serverUrl`: where it tells what happens. */
export async function startStripe(port: number, serverUrl: string): Promise<ChildProcess> {
  const env = { ...process.env, PORT: String(port), WEBHOOK_URL: `${serverUrl}/webhooks/stripe` }
  const child = spawn(process.execPath, ['sandbox/stripe/serve.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}
