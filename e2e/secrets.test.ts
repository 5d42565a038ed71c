/** A whole day of typing secrets, and then a look at everything the server kept, said or sent. */
import { beforeAll, describe, expect } from 'vitest'
import { canaryDay, type Day } from './support/canary.ts'
import { it, served } from './support/journey.ts'
import { consoleOf } from './support/console.ts'
import { withOperator } from './support/operator.ts'
import { actorsIn } from './support/rows.ts'
import { columnsWith, databases, filesWith, foundIn } from './support/traces.ts'

const home = served({ LOG_LEVEL: 'trace', ...withOperator })
let day: Day
beforeAll(async () => {
  day = await canaryDay(home())
})

describe('after a day of typing secrets', () => {
  it('there was something to find', () => {
    const kinds = new Set(Object.keys(day.secrets).map((name) => name.replace(/ \d+$/, '')))
    expect([...kinds].sort()).toEqual([
      'API key',
      'code',
      'company code',
      'company key',
      'flow token',
      'hand-over',
      'next API key',
      'next session cookie',
      'nextPassword',
      'password',
      'resume token',
      'session cookie',
      'sign-in code',
      'way back',
      'weakPassword',
      'wrong company key',
      'wrongPassword',
    ])
    expect(foundIn(`of ${day.secrets['code']} and ${day.secrets['password']}`, day.secrets)).toEqual([
      'password',
      'code',
    ])
  })

  it('no file holds one, not even a log of writes', () => {
    expect(filesWith(home().dataDir, withoutCodes(day.secrets))).toEqual([])
    // any long number may hold six digits, so codes are looked for column by column
    for (const path of Object.values(databases(home().dataDir))) expect(columnsWith(path, day.secrets)).toEqual([])
  })

  it('what was mailed stands in the mailbox alone', () => {
    const { 'tenure.db': tenure, ...others } = databases(home().dataDir)
    expect(columnsWith(tenure!, day.mailed).filter((found) => !found.startsWith('mailbox.'))).toEqual([])
    for (const path of Object.values(others)) expect(columnsWith(path, day.mailed)).toEqual([])
  })

  it('who somebody is stands where people are kept, and is sealed in every table of the engine', () => {
    const { 'tenure.db': tenure, 'identity.db': identity, ...others } = databases(home().dataDir)
    const kept = columnsWith(tenure!, day.personal).filter((found) => !found.startsWith('mailbox.'))
    expect(kept).toEqual(['member.email: email', 'member.name: name', 'notice.data: company', 'tenant.name: company'])
    expect(columnsWith(identity!, day.personal)).toEqual(['user.email: email', 'user.name: name'])
    for (const path of Object.values(others)) expect(columnsWith(path, day.personal)).toEqual([])
  })

  it('the log and the figures name nobody', async () => {
    const everything = { ...day.secrets, ...day.mailed, ...day.personal }
    expect(foundIn(home().output(), everything)).toEqual([])
    expect(foundIn(await (await fetch(`${home().url}/metrics`)).text(), everything)).toEqual([])
  })

  it('the console and the inspector tell nothing of it, of any actor', async () => {
    const console = await consoleOf(home())
    const ids = actorsIn(home())
    expect(ids.length).toBeGreaterThan(5)
    const answers = await Promise.all(ids.map((id) => console.everythingOf(id)))
    const inspected = await console.inspected(ids.find((id) => id.startsWith('onb_'))!)
    expect(inspected).toContain('address.submitted')
    // a workspace's name stands in the head of its own actors, and nowhere else
    const heads = `"name":${JSON.stringify(day.personal['company'])},"plan"`
    const told = [...answers.flat(), inspected].map((text) => text.replace(heads, ''))
    expect(told.flatMap((text) => foundIn(text, { ...withoutCodes(day.secrets), ...day.personal }))).toEqual([])
  })

  it('no answer repeats what was typed, and a token comes from where it is made, and from nowhere else', () => {
    const repeated = day.answers.flatMap(({ path, body }) =>
      foundIn(body, { ...day.secrets, ...day.mailed }).map((name) => `${path}: ${name.replace(/ \d+$/, '')}`),
    )
    expect([...new Set(repeated)].sort()).toEqual([
      '/trpc/flow.handOver: hand-over',
      '/trpc/flow.start: flow token',
      '/trpc/flow.start: resume token',
      '/trpc/integration.authorize: way back',
      '/trpc/settings.createApiKey: next API key',
      '/trpc/tenant.revealApiKey: API key',
    ])
  })

  it('no address carried one', () => {
    expect(day.addresses.length).toBeGreaterThan(20)
    const carrying = day.addresses.filter((address) => foundIn(address, { ...day.secrets, ...day.mailed }).length > 0)
    // the way to GitHub and back is an address by its nature (RFC 6749): it works once, for one person
    const places = carrying.map((address) => new URL(address).pathname)
    expect([...new Set(places)]).toEqual(['/github/login/oauth/authorize', '/integrations/github/callback'])
  })
})

const withoutCodes = (texts: Day['secrets']) =>
  Object.fromEntries(Object.entries(texts).filter(([, value]) => !/^\d+$/.test(value)))
