import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type IntegrationsSandbox, integrationsSandbox, listenAlone } from './integrations-sandbox.ts'
import { digestOf } from './memory.ts'
import { integrationsPage } from './page.ts'
import { CLIENT_ID, CLIENT_SECRET, goodKeys, placesOn } from './places.ts'

const redirectUri = 'http://tenure.test/integrations/github/callback'
const verifier = 'a-verifier-of-enough-signs-to-be-one'
let sandbox: IntegrationsSandbox
let places: ReturnType<typeof placesOn>
let close: () => Promise<void>
let folder: string
let at = 0

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-stand-ins-'))
  sandbox = open()
  const place = await listenAlone(sandbox, 0)
  places = placesOn(place.url)
  close = place.close
})
afterEach(async () => {
  await close()
  rmSync(folder, { recursive: true })
})

const open = () => integrationsSandbox({ now: () => at, redirectUri, file: join(folder, 'memory.json') })

describe('GitHub’s stand-in', () => {
  it('says that it is one, and asks', async () => {
    const page = await (await fetch(authorizeUrl())).text()
    expect(page).toContain('This is a sandbox')
    expect(page).toContain('Authorize Tenure?')
    expect(page).toContain('Cancel')
  })

  it.each([
    ['an app nobody knows', { client_id: 'other' }, 404],
    ['another way back', { redirect_uri: 'https://evil.example/callback' }, 400],
    ['no challenge', { code_challenge: '' }, 400],
  ])('sends nobody anywhere for %s', async (_, other, status) => {
    const answer = await fetch(authorizeUrl(other), { method: 'POST', redirect: 'manual', body: yes() })
    expect([answer.status, answer.headers.get('location')]).toEqual([status, null])
  })

  it('gives a code that works once, for who knows secret and verifier', async () => {
    const code = await codeGiven()
    expect(await exchange({ code, client_secret: 'wrong' })).toMatchObject({ error: 'incorrect_client_credentials' })
    expect(await exchange({ code, redirect_uri: 'http://elsewhere' })).toMatchObject({ error: 'redirect_uri_mismatch' })
    expect(await exchange({ code })).toMatchObject({ access_token: expect.stringMatching(/^gho_/) as unknown })
    expect(await exchange({ code })).toMatchObject({ error: 'bad_verification_code' })
    const other = await codeGiven()
    expect(await exchange({ code: other, code_verifier: 'guessed' })).toMatchObject({ error: 'bad_verification_code' })
    const late = await codeGiven()
    at += 600_001
    expect(await exchange({ code: late })).toMatchObject({ error: 'bad_verification_code' })
  })

  it('lists repositories until the token is taken back, also in its next life', async () => {
    const { access_token: token } = (await exchange({ code: await codeGiven() })) as { access_token: string }
    const ask = async () => (await fetch(`${places.githubApi}/user/repos`, { headers: bearer(token) })).status
    expect(await ask()).toBe(200)
    expect(open().tokens()).toBe(1)
    expect(readFileSync(join(folder, 'memory.json'), 'utf8')).not.toContain(token)
    const url = `${places.githubApi}/applications/${CLIENT_ID}/token`
    const drop = (authorization: string) =>
      fetch(url, {
        method: 'DELETE',
        headers: { authorization, ...json },
        body: JSON.stringify({ access_token: token }),
      })
    expect((await drop('Basic wrong')).status).toBe(401)
    const basic = `Basic ${Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString('base64')}`
    expect([(await drop(basic)).status, (await drop(basic)).status]).toEqual([204, 404])
    expect(await ask()).toBe(401)
  })

  it('goes back with a word when somebody says no', async () => {
    const answer = await fetch(authorizeUrl(), { method: 'POST', redirect: 'manual', body: 'decision=cancel' })
    const back = new URL(answer.headers.get('location')!)
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ error: 'access_denied', state: 's1' })
    expect(back.searchParams.has('code')).toBe(false)
  })
})

it('refuses a key that was taken back until it works again', async () => {
  const ask = async () => (await fetch(`${places.npm}/-/whoami`, { headers: bearer(goodKeys.npm) })).status
  expect(await ask()).toBe(200)
  sandbox.revoke('npm')
  expect([await ask(), open().isRevoked('npm')]).toEqual([401, true])
  expect(integrationsPage(sandbox)).toContain('Make it work again')
  sandbox.restore('npm')
  expect(await ask()).toBe(200)
})

it('has nothing at other addresses', async () => {
  expect((await fetch(`${places.npm.replace('/npm', '/other')}/x`)).status).toBe(404)
})

const json = { 'content-type': 'application/json' }
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
const yes = () => new URLSearchParams({ decision: 'authorize' })

function authorizeUrl(other: Readonly<Record<string, string>> = {}): string {
  const pkce = { code_challenge: digestOf(verifier), code_challenge_method: 'S256' }
  const asked = { client_id: CLIENT_ID, redirect_uri: redirectUri, scope: 'repo', state: 's1', ...pkce, ...other }
  return `${places.github}/login/oauth/authorize?${new URLSearchParams(asked).toString()}`
}

async function codeGiven(): Promise<string> {
  const answer = await fetch(authorizeUrl(), { method: 'POST', redirect: 'manual', body: yes() })
  return new URL(answer.headers.get('location')!).searchParams.get('code')!
}

async function exchange(other: Readonly<Record<string, string>>): Promise<unknown> {
  const ours = { client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uri: redirectUri }
  const body = JSON.stringify({ ...ours, code_verifier: verifier, ...other })
  return (await fetch(`${places.github}/login/oauth/access_token`, { method: 'POST', headers: json, body })).json()
}
