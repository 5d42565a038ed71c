import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'
import { usesSandbox } from './config-integrations.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-config-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const secret = 'x'.repeat(32)
const read = (environment: Record<string, string>) => readConfig({ DATA_DIR: folder, ...environment })
const stripeKeys = {
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
}
const githubKeys = { GITHUB_CLIENT_ID: 'Iv1.1', GITHUB_CLIENT_SECRET: 's' }
const production = {
  NODE_ENV: 'production',
  TENURE_SECRET: secret,
  SMTP_URL: 'smtp://mail.example',
  PUBLIC_URL: 'https://tenure.example',
  STRIPE_SECRET_KEY: 'sk_live_1',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
}

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(read({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      sandboxPort: 3001,
      demoPort: 3002,
      smtpUrl: null,
      stripe: null,
      role: 'all',
      production: false,
    })
  })

  it('takes empty values for none, and cuts the slash off the public address', () => {
    expect(read({ PORT: '', SMTP_URL: '', PUBLIC_URL: 'https://tenure.example/' })).toMatchObject({
      port: 3000,
      smtpUrl: null,
      publicUrl: 'https://tenure.example',
    })
  })

  it('makes a secret once, that only its owner may read', () => {
    const first = read({}).secret
    expect(first.length).toBeGreaterThanOrEqual(32)
    expect(read({}).secret).toBe(first)
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(first)
    expect(statSync(join(folder, 'secret')).mode & 0o077).toBe(0)
  })

  it.each([
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: 'three' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'tenure.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://tenure.example' }],
    ['ROLE', { ROLE: 'boss' }],
    ['TENURE_SECRET', { TENURE_SECRET: 'short' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example' }],
    ['RATE_LIMIT', { RATE_LIMIT: '0' }],
    ['STRIPE_SECRET_KEY', { ...stripeKeys, STRIPE_SECRET_KEY: 'pk_test_1' }],
    ['STRIPE_PUBLISHABLE_KEY', { ...stripeKeys, STRIPE_PUBLISHABLE_KEY: '' }],
    ['STRIPE_PUBLISHABLE_KEY', { ...stripeKeys, STRIPE_PUBLISHABLE_KEY: 'pk_live_1' }],
    ['STRIPE_API_URL', { STRIPE_API_URL: 'http://127.0.0.1:3001' }],
    ['STRIPE_WEBHOOK_SECRET', { ...stripeKeys, STRIPE_WEBHOOK_SECRET: 'whsec_' }],
    ['STRIPE_WEBHOOK_SECRET', { ...stripeKeys, STRIPE_WEBHOOK_SECRET: 'whsec_a,' }],
    ['PROVISIONER', { PROVISIONER: 'magic' }],
    ['PROVISIONER', { PROVISIONER: 'kubernetes' }],
    ['GITHUB_CLIENT_SECRET', { GITHUB_CLIENT_ID: 'Iv1.1' }],
    ['GITHUB_CLIENT_ID', { GITHUB_CLIENT_SECRET: 's' }],
    ['GITHUB_URL', { GITHUB_URL: 'https://github.example' }],
    ['GITHUB_API_URL', { GITHUB_API_URL: 'https://github.example/api/v3' }],
    ['GITHUB_URL', { ...githubKeys, GITHUB_URL: 'https://github.example' }],
    ['GITHUB_URL', { ...githubKeys, GITHUB_URL: 'github.example', GITHUB_API_URL: 'https://github.example/api' }],
    ['ANTHROPIC_URL', { ANTHROPIC_URL: 'ftp://anthropic.example' }],
    ['NPM_REGISTRY_URL', { NPM_REGISTRY_URL: 'https://user@npm.example' }],
    ['OPENVSX_URL', { OPENVSX_URL: 'https://vsx.example/?token=1' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://x' }],
  ])('names %s in one line when it cannot be used: %j', (name, environment) => {
    const attempt = () => read(environment)
    expect(attempt).toThrow(ConfigError)
    expect(attempt).toThrow(new RegExp(`^${name}[^\\n]+$`))
  })
})

describe('production', () => {
  it('starts with all it needs', () => {
    expect(read(production)).toMatchObject({ production: true, demoSite: false, secret })
  })

  it.each(['TENURE_SECRET', 'SMTP_URL', 'PUBLIC_URL', 'STRIPE_WEBHOOK_SECRET'])('does not start without %s', (name) => {
    expect(() => read({ ...production, [name]: '' })).toThrow(name)
  })

  it('does not start on the sandbox by accident', () => {
    const { STRIPE_SECRET_KEY: _, STRIPE_PUBLISHABLE_KEY: __, STRIPE_WEBHOOK_SECRET: ___, ...rest } = production
    expect(() => read(rest)).toThrow('STRIPE_SECRET_KEY')
  })

  it('hears both secrets while one replaces the other', () => {
    const { stripe } = read({ ...production, STRIPE_WEBHOOK_SECRET: 'whsec_old,whsec_new' })
    expect(stripe?.webhookSecrets).toEqual(['whsec_old', 'whsec_new'])
  })

  it('knows Anthropic by its own address, registries once they are named, and GitHub once it is told who we are there', () => {
    expect(read(production).integrations).toEqual({
      github: null,
      anthropicUrl: 'https://api.anthropic.com',
      npmUrl: null,
      openvsxUrl: null,
    })
    const named = { NPM_REGISTRY_URL: 'https://npm.example', OPENVSX_URL: 'https://vsx.example/' }
    expect(read({ ...production, ...named }).integrations).toMatchObject({
      npmUrl: 'https://npm.example',
      openvsxUrl: 'https://vsx.example',
    })
    const told = { url: 'https://github.com', apiUrl: 'https://api.github.com', clientId: 'Iv1.1', clientSecret: 's' }
    expect(read({ ...production, ...githubKeys }).integrations.github).toEqual(told)
    const own = { GITHUB_URL: 'https://git.example/', GITHUB_API_URL: 'https://git.example/api/v3' }
    expect(read({ ...production, ...githubKeys, ...own }).integrations.github).toMatchObject({
      url: 'https://git.example',
      apiUrl: 'https://git.example/api/v3',
    })
  })

  it('takes stand-ins for the other companies only when it is told to', () => {
    const told = read({ ...production, ALLOW_SANDBOX: '1', NPM_REGISTRY_URL: 'https://npm.example' })
    expect(usesSandbox(told.integrations)).toBe(true)
    expect(told.integrations.npmUrl).toBe('https://npm.example')
    expect(usesSandbox(read(production).integrations)).toBe(false)
  })

  it('starts on the sandbox when it is told to', () => {
    expect(read({ NODE_ENV: 'production', ALLOW_SANDBOX: '1' })).toMatchObject({ smtpUrl: null, demoSite: true })
  })

  it('does not die on purpose', () => {
    expect(() => read({ ...production, CRASH_AT: '3' })).toThrow('CRASH_AT')
    expect(() => read({ ...production, LEASE_MS: '4000' })).toThrow('LEASE_MS')
  })
})
