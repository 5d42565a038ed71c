/** The environment, read once. A value that cannot be used stops the start with one line that says which and why. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import { type IntegrationConfig, integrationsOf, integrationVariables } from './config-integrations.ts'

const HIGHEST_PORT = 65_535
const port = z.coerce.number().int().min(0).max(HIGHEST_PORT)

/** Every address is this with a path behind it, so it is scheme, host and port and nothing else. */
const origin = z.url({ protocol: /^https?$/ }).pipe(
  z
    .string()
    .refine(isBare, 'needs no more than scheme, host and port')
    .transform((value) => new URL(value).origin),
)

function isBare(value: string): boolean {
  const { pathname, search, hash, username } = new URL(value)
  return /^\/*$/.test(pathname) && search === '' && hash === '' && username === ''
}

const environmentSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: origin.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.string().optional(),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  TENURE_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Both, or none: then a one-time link to make the first operator is printed. */
  OPERATOR_EMAIL: z.email().optional(),
  OPERATOR_PASSWORD: z.string().min(12, 'needs at least 12 characters').max(200).optional(),
  MAIL_FROM: z.string().default('Tenure <hello@tenure.localhost>'),
  /** All three, or none: then the sandbox stands in. */
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_/, 'begins with sk_ or rk_')
    .optional(),
  STRIPE_PUBLISHABLE_KEY: z.string().regex(/^pk_/, 'begins with pk_').optional(),
  /** Two with a comma between them while one replaces the other. */
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[^,\s]+(,whsec_[^,\s]+)?$/, 'is one or two secrets that begin with whsec_')
    .optional(),
  /** Another address of Stripe's API than its own: a stand-in in a process of its own, or a proxy. */
  STRIPE_API_URL: origin.optional(),
  ...integrationVariables,
  SANDBOX_PORT: port.optional(),
  DEMO_PORT: port.optional(),
  PROVISIONER: z.enum(['local', 'webhook', 'kubernetes']).default('local'),
  NODE_ENV: z.string().default('development'),
  ALLOW_SANDBOX: z.enum(['0', '1']).default('0'),
  /** Requests one client address may make in a minute. */
  RATE_LIMIT: z.coerce.number().int().min(1).default(600),
  /** For crash tests: see compose/crash.ts. Refused in production. */
  CRASH_AT: z
    .string()
    .regex(/^(effect:)?[1-9]\d*$/, 'is the number of a point, or effect: and a number')
    .optional(),
  /** For crash tests: how long a worker may be silent before its effects are another's. Refused in production. */
  LEASE_MS: z.coerce.number().int().min(1000).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export interface Config {
  readonly port: number
  readonly host: string
  /** Where people reach us; no slash at the end. Every absolute address is made of it, never of a request's `Host`. */
  readonly publicUrl: string
  readonly dataDir: string
  readonly role: 'all' | 'web' | 'worker'
  readonly secret: string
  /** Null: mails go to the mailbox page. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Null: the sandbox stands in for Stripe, on `sandboxPort`. */
  readonly stripe: StripeConfig | null
  readonly sandboxPort: number
  readonly integrations: IntegrationConfig
  /** Made at the start unless there is one of that address; null makes none. */
  readonly operator: { readonly email: string; readonly password: string } | null
  readonly demoPort: number
  /** Not in production. */
  readonly demoSite: boolean
  readonly rateLimit: number
  readonly crashAt: CrashAt | null
  /** Null: as long as the engine says. */
  readonly leaseMs: number | null
  readonly logLevel: string
  readonly production: boolean
}

export interface StripeConfig {
  readonly secretKey: string
  readonly publishableKey: string
  /** Any of them may have signed a webhook. */
  readonly webhookSecrets: readonly string[]
  /** Null: Stripe's own address. */
  readonly apiUrl: string | null
}

/** The point of its life at which a server under test dies: see compose/crash.ts. */
export interface CrashAt {
  /** From 1. */
  readonly point: number
  /** Only points around effects count. */
  readonly effectsOnly: boolean
}

/** A configuration that cannot be used. The message is one line for the person who starts the server. */
export class ConfigError extends Error {}

export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw new ConfigError(`${path.join('.')} cannot be used: ${message}. Correct it, or unset it for the default.`)
  }
  const env = parsed.data
  refuseMissing(env)
  const dataDir = resolve(env.DATA_DIR)
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`,
    dataDir,
    role: env.ROLE,
    secret: env.TENURE_SECRET ?? keptSecret(dataDir),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM,
    stripe: stripeOf(env),
    sandboxPort: env.SANDBOX_PORT ?? beside(env.PORT, 1),
    integrations: integrationsOf(env, takesStandIns(env), (line) => new ConfigError(line)),
    operator: operatorOf(env),
    demoPort: env.DEMO_PORT ?? beside(env.PORT, 2),
    demoSite: takesStandIns(env),
    rateLimit: env.RATE_LIMIT,
    crashAt: crashAtOf(env.CRASH_AT),
    leaseMs: env.LEASE_MS ?? null,
    logLevel: env.LOG_LEVEL,
    production: env.NODE_ENV === 'production',
  }
}

/** Production takes no stand-in for an outside company unless it is told to. */
const takesStandIns = (env: z.infer<typeof environmentSchema>) =>
  env.NODE_ENV !== 'production' || env.ALLOW_SANDBOX === '1'

const crashAtOf = (text: string | undefined): CrashAt | null =>
  text ? { point: Number(text.replace('effect:', '')), effectsOnly: text.startsWith('effect:') } : null

/** What this build does not have yet, and what production must not be without. */
function refuseMissing(env: z.infer<typeof environmentSchema>) {
  if (env.DATABASE_URL)
    throw new ConfigError('DATABASE_URL is set, but this build has only the embedded store. Unset it.')
  if (env.PROVISIONER !== 'local')
    throw new ConfigError(`PROVISIONER=${env.PROVISIONER} is not in this build yet. Use local.`)
  if (env.NODE_ENV === 'production' && env.CRASH_AT)
    throw new ConfigError('CRASH_AT is for tests. Unset it in production.')
  if (env.NODE_ENV === 'production' && env.LEASE_MS)
    throw new ConfigError('LEASE_MS is for tests. Unset it in production.')
  if (takesStandIns(env)) return
  if (!env.TENURE_SECRET)
    throw new ConfigError('TENURE_SECRET is not set. Production needs one of at least 32 characters.')
  if (!env.SMTP_URL)
    throw new ConfigError(
      'SMTP_URL is not set. Production does not start on the sandbox mailbox; set it, or ALLOW_SANDBOX=1.',
    )
  if (!env.STRIPE_SECRET_KEY)
    throw new ConfigError(
      'STRIPE_SECRET_KEY is not set. Production does not start on the sandbox; set it, or ALLOW_SANDBOX=1.',
    )
  if (!env.PUBLIC_URL) throw new ConfigError('PUBLIC_URL is not set. Production needs the address people reach it at.')
}

/** Some further, or some before at the very end. Any free one beside any free one. */
const beside = (port: number, by: number) => (port === 0 ? 0 : port + by <= HIGHEST_PORT ? port + by : port - by)

/** Half a configuration would charge people and hear of nothing, so it is none. */
function stripeOf(env: z.infer<typeof environmentSchema>): StripeConfig | null {
  const names = ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'] as const
  const missing = names.filter((name) => !env[name])
  if (missing.length === names.length) {
    if (env.STRIPE_API_URL)
      throw new ConfigError('STRIPE_API_URL is set, but no STRIPE_SECRET_KEY. Set the keys, or unset it.')
    return null
  }
  const [first] = missing
  if (first) throw new ConfigError(`${first} is not set, but other STRIPE_ variables are. Set all three, or none.`)
  const [secretKey, publishableKey, webhookSecrets] = names.map((name) => env[name] ?? '') as [string, string, string]
  if (secretKey.includes('_live_') !== publishableKey.includes('_live_'))
    throw new ConfigError(
      'STRIPE_PUBLISHABLE_KEY is of another mode than STRIPE_SECRET_KEY. Use two of test or two of live.',
    )
  return {
    secretKey,
    publishableKey,
    webhookSecrets: webhookSecrets.split(','),
    apiUrl: env.STRIPE_API_URL ?? null,
  }
}

function operatorOf({ OPERATOR_EMAIL: email, OPERATOR_PASSWORD: password }: z.infer<typeof environmentSchema>) {
  if (!email && !password) return null
  if (!email || !password)
    throw new ConfigError('OPERATOR_EMAIL and OPERATOR_PASSWORD go together. Set both, or none for a one-time link.')
  return { email, password }
}

/** The secret generated at the first start. It stays with the data it seals. */
function keptSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'secret')
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const kept = readFileSync(path, 'utf8').trim()
  // a crash between making the file and filling it; whoever takes the empty text for a secret has none
  if (kept.length < 32)
    throw new ConfigError(
      `${path} holds no secret. Put the one back that this data was sealed with, or delete the file.`,
    )
  return kept
}
