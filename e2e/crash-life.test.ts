/**
 * The server dies around every effect of a life's second half: a company is connected, everything is taken out, the workspace
 * is closed, thirty days pass, everything is deleted and certified. The first half has tests of its own (`crash-paid`,
 * `crash-team`). It dies at every third of these points, beginning at another one each day; with CRASH_ALL=1 at each. Each
 * time the server is started again, and it must end with the same: nothing charged after the end, one mail of each kind, nothing
 * left, one certificate.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxState } from '../sandbox/stripe/stripe-sandbox.ts'
import { day, passTime } from './support/clock.ts'
import {
  certificateOf,
  close,
  connect,
  type Life,
  passAway,
  shareWith,
  signUp,
  takeOut,
  putToUse,
} from './support/life.ts'
import { mailsTo } from './support/mailbox.ts'
import { calm, count, idle, until } from './support/rows.ts'
import { server, type Server, shortLeases } from './support/server.ts'

let base: Server
let life: Life
beforeAll(async () => {
  base = await server()
  await base.start()
  life = await signUp(base, 'mara@fernhill.studio')
  await shareWith(base, life)
  await putToUse(base, life)
  await idle(base)
  await base.stop()
})
afterAll(() => base.remove())

/** Most of the time each waits for a lease to run out. */
const LANES = 6

describe('a server that dies around any effect of a life’s second half', () => {
  it('ends it all the same, once', { timeout: 20 * 60_000 }, async () => {
    const every = process.env['CRASH_ALL'] ? 1 : 3
    let next = 1 + (Math.floor(Date.now() / day) % every)
    let last = Infinity
    let deaths = 0
    const take = () => (next += every) - every
    const lane = async () => {
      for (let point = take(); point <= last; point = take()) {
        const home = await server(shortLeases, { like: base })
        // past the last point nothing dies any more: the whole of it has been tried
        try {
          if (await liveThrough(home, point)) deaths++
          else last = Math.min(last, point)
          await expectTheEnd(home, point)
        } catch (error) {
          throw new Error(`After a crash at ${point}: ${String(error)}\n${home.output()}`, { cause: error })
        }
        await home.remove()
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    console.log(`crash test of a life's second half: ${deaths} points, each survived`)
    expect(deaths).toBeGreaterThan(60 / every)
  })
})

/** Says whether the server died on the way. */
async function liveThrough(home: Server, point: number): Promise<boolean> {
  let died = false
  let passed = 0
  await home.start({ CRASH_AT: `effect:${point}` })
  // the sandbox's clock is not kept by a process that dies: it goes on where it was
  const restarted = goOn()
  async function goOn() {
    await home.ended()
    await home.start()
    if (passed > 0) await passTime(home, passed)
    died = true
  }
  const pass = async (_: Server, ms: number) => {
    passed += ms
    if (died) await restarted
    await passTime(home, ms).catch(() => restarted)
  }
  await connect(home, life)
  await takeOut(home, life)
  await close(home, life)
  await passAway(home, life, pass)
  await Promise.race([restarted, calm(home)])
  if (died) await restarted
  return died
}

async function expectTheEnd(home: Server, point: number) {
  await idle(home)
  const number = await certificateOf(home, life)
  const held = await until(async () => (await (await fetch(`${home.stripeUrl}/control/state`)).json()) as SandboxState)
  const subjects = (await mailsTo(home.url, life.email)).map(({ subject }) => subject)
  await home.stop()
  const own = (from: string) => count(home, 'tenure.db', from)
  const filesIn = (folder: string) => {
    const path = join(home.dataDir, folder)
    return existsSync(path) ? readdirSync(path).length : 0
  }
  expect(
    {
      twice: subjects.filter((subject, index) => subjects.indexOf(subject) !== index),
      live: held.subscriptions.filter(({ status }) => status !== 'canceled').length,
      charged: held.charges.reduce((sum, { amount, paid }) => sum + (paid ? amount : 0), 0),
      certificates: own(`certificate where number = '${number}'`),
      users: count(home, 'identity.db', 'user'),
      tenants: own('tenant'),
      members: own('member'),
      keys: own('api_key'),
      integrations: own('integration_secret'),
      resources: own('ledger'),
      workspaces: filesIn('workspaces'),
      exports: filesIn('exports'),
      incidents: own('incident'),
      mailLeft: own('inbox'),
      effectsLeft: own('effect'),
    },
    `after a crash at ${point}; mails: ${subjects.join(', ')}`,
  ).toEqual({
    twice: [],
    live: 0,
    charged: 8700,
    certificates: 1,
    users: 0,
    tenants: 0,
    members: 0,
    keys: 0,
    integrations: 0,
    resources: 0,
    workspaces: 0,
    exports: 0,
    incidents: 0,
    mailLeft: 0,
    effectsLeft: 0,
  })
}
