/** Signing in to the console: by a password and a code of an app, and in no other way. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Operators, openOperators } from './operators.ts'
import { codeOf } from './testing/authenticator.ts'
import { operatorBrowser } from './testing/operator-browser.ts'

const publicUrl = 'https://tenure.test'
const ines = { email: 'Ines@Tenure.test', name: 'Ines Berg', password: 'correct horse battery' }

let operators: Operators
beforeEach(async () => {
  operators = await openOperators({ path: ':memory:', secret: 's'.repeat(32), publicUrl, log: () => {} })
  await operators.create(ines)
})
afterEach(() => operators.close())

const browser = () => {
  const open = operatorBrowser(operators, publicUrl, { email: 'ines@tenure.test', password: ines.password })
  return { ...open, who: () => operators.from(new Headers({ cookie: open.cookie() })) }
}
async function enrolled() {
  const first = browser()
  return { first, ...(await first.begin()) }
}

describe('operators', () => {
  it('are let in by nothing less than two factors', async () => {
    const first = browser()
    expect((await first.signIn()).status).toBe(200)
    expect(await first.who()).toBeNull()
    const { body } = await first.enrol()
    expect((await first.prove('000000')).status).toBeGreaterThanOrEqual(400)
    expect(await first.who()).toBeNull()
    await first.prove(await codeOf(String(body['totpURI'])))
    expect(await first.who()).toMatchObject({ email: 'ines@tenure.test', name: 'Ines Berg' })
  })

  it('are asked for a code at every sign-in from then on', async () => {
    const { uri } = await enrolled()
    const next = browser()
    expect((await next.signIn()).body).toMatchObject({ twoFactorRedirect: true })
    expect(await next.who()).toBeNull()
    await next.prove(await codeOf(uri))
    expect(await next.who()).not.toBeNull()
  })

  it('get in by a spare code once', async () => {
    const { spare } = await enrolled()
    const next = browser()
    await next.signIn()
    expect((await next.post('/two-factor/verify-backup-code', { code: spare[0] })).status).toBe(200)
    expect(await next.who()).not.toBeNull()
    const again = browser()
    await again.signIn()
    expect((await again.post('/two-factor/verify-backup-code', { code: spare[0] })).status).toBeGreaterThanOrEqual(400)
    expect(await again.who()).toBeNull()
  })

  it('lose a session that was begun before there was a second factor', async () => {
    const thief = browser()
    await thief.signIn()
    await enrolled()
    expect(await thief.who()).toBeNull()
  })

  it('cannot have a device trusted, nor the second factor taken away', async () => {
    const { first, uri } = await enrolled()
    const next = browser()
    await next.signIn()
    const trusting = await next.post('/two-factor/verify-totp', { code: await codeOf(uri), trustDevice: true })
    expect(trusting).toMatchObject({ status: 400, body: { code: 'device.untrusted' } })
    expect((await first.post('/two-factor/disable', { password: ines.password })).status).toBe(404)
    expect((await first.enrol()).status).toBe(400)
  })

  it('have a challenge that dies of five wrong codes', async () => {
    const { uri } = await enrolled()
    const guesser = browser()
    await guesser.signIn()
    for (let guess = 0; guess < 6; guess++) await guesser.prove('000000')
    await guesser.prove(await codeOf(uri))
    expect(await guesser.who()).toBeNull()
  })

  it('cannot be guessed at for one address, from wherever it is tried', async () => {
    for (let guess = 0; guess < 20; guess++) expect((await browser().signIn('wrong horse battery')).status).toBe(401)
    expect((await browser().signIn()).status).toBe(429)
  })

  it('are made once for an address, and not by signing up', async () => {
    expect(await operators.create({ ...ines, password: 'another horse battery' })).toBe(false)
    expect((await browser().signIn('another horse battery')).status).toBe(401)
    expect((await browser().post('/sign-up/email', { ...ines, email: 'x@y.test' })).status).toBe(404)
  })
})
