/** The way out of a mail: for its reader and its class alone, by a button or by a mail program, and never by looking. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type InProcess, inProcess } from '../compose/testing/in-process.ts'
import { mailsTo, stopTokenIn } from '../compose/testing/mails.ts'
import { type Team, team } from '../compose/testing/team.ts'
import { newVisitor } from '../compose/testing/visitor.ts'

let server: InProcess
let t: Team
let token: string
let owner: { tenant: string; user: string }
beforeAll(async () => {
  server = await inProcess()
})
afterAll(() => server.end())
beforeEach(async () => {
  t = await team(server)
  // the welcome is a mail one can do without
  token = stopTokenIn(await welcome())
  owner = { tenant: t.tenant, user: await t.userOf(t.ownerEmail) }
})

const welcome = async () => (await mailsTo(server, t.ownerEmail)).find(({ subject }) => subject.endsWith('is ready'))!
const address = (of: string) => `/unsubscribe?token=${encodeURIComponent(of)}`
const wants = (about: 'product' | 'team' | 'usage' = 'product') =>
  server.records.preferences.wants(owner, about, 'mail')
const oneClick = (of: string) =>
  server.app.inject({
    method: 'POST',
    url: address(of),
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
  })
const press = (of: string) =>
  server.app.inject({
    method: 'POST',
    url: '/unsubscribe',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: of }).toString(),
  })

describe('the way out of a mail', () => {
  it('stands in its head and in its foot', async () => {
    const { headers, html, text } = await welcome()
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    for (const part of [html, text]) expect(part).toContain(token)
  })

  it('changes nothing when it is only looked at', async () => {
    const { statusCode, body } = await server.app.inject({ url: address(token) })
    expect([statusCode, body]).toEqual([200, expect.stringContaining('Stop these mails')])
    expect(await wants()).toBe(true)
  })

  it.each([
    ['a mail program', oneClick],
    ['a person', press],
  ])('stops exactly its class for exactly its reader, by %s', async (_, by) => {
    const { statusCode, body } = await by(token)
    expect([statusCode, body]).toEqual([200, expect.stringContaining('Stopped')])
    expect([await wants(), await wants('team'), await wants('usage')]).toEqual([false, true, true])
    expect(await server.records.preferences.wants(owner, 'product', 'app')).toBe(true)
    expect(await server.records.preferences.wants({ ...owner, user: 'usr_2' }, 'product', 'mail')).toBe(true)
  })

  it('says the same to a mail program that posts twice, and undoes no later choice', async () => {
    await oneClick(token)
    expect((await oneClick(token)).statusCode).toBe(200)
    expect((await server.app.inject({ url: address(token) })).body).toContain('Stopped already')
    await server.database.connection.write([server.records.preferences.set(owner, 'product', 'mail', true)])
    expect((await oneClick(token)).statusCode).toBe(410)
    expect(await wants()).toBe(true)
  })

  it('does nothing with a token of another purpose, or of none', async () => {
    const { token: invitation } = await t.invite('bea@kettle.example')
    for (const one of [invitation, 'nothing', '']) expect((await press(one)).statusCode, one).toBe(410)
    expect(await wants()).toBe(true)
  })

  it('ends after a year', async () => {
    await server.pass(366 * 86_400_000)
    expect((await press(token)).statusCode).toBe(410)
  })
})

it('stops reminders of a sign-up for the address, in the next sign-up too', async () => {
  const email = 'bea.again@kettle.example'
  const reminded = async () => {
    const visitor = await newVisitor(server, email)
    await visitor.walkTo('profile')
    const before = (await mailsTo(server, email)).length
    await server.pass(8 * 86_400_000)
    return (await mailsTo(server, email)).slice(0, -before || undefined)
  }
  const mails = await reminded()
  expect((await oneClick(stopTokenIn(mails[0]!))).statusCode).toBe(200)
  await server.pass(90 * 86_400_000)
  expect((await reminded()).filter(({ headers }) => headers['List-Unsubscribe'])).toEqual([])
})
