/**
 * The server dies before and after each effect of a sign-up; with CRASH_ALL=1 also after each commit, which takes twice as long.
 * Each time it is started again, and the sign-up must end with one user, one workspace and one of each mail.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mailsTo } from './support/mailbox.ts'
import { calm, count, idle } from './support/rows.ts'
import { server, type Server, shortLeases } from './support/server.ts'
import { visitor } from './support/visitor.ts'

/** Lives through one sign-up with a server that dies at `point` and is started again. Says whether it died. */
async function signUpThrough(point: number): Promise<{ died: boolean; home: Server }> {
  const home = await server(shortLeases)
  await home.start({ CRASH_AT: process.env['CRASH_ALL'] ? String(point) : `effect:${point}` })
  let died = false
  const restarted = home.ended().then(() => {
    died = true
    return home.start()
  })
  await visitor(() => home.url, 'mara@fernhill.studio').signUp()
  // the last points come after the sign-up is ready, when the account looks around for the first time
  await Promise.race([restarted, calm(home)])
  if (died) {
    await restarted
    await idle(home)
  }
  return { died, home }
}

async function expectOneOfEach(home: Server, point: number) {
  const { url, dataDir, stop } = home
  const mails = await mailsTo(url, 'mara@fernhill.studio')
  expect(
    mails.map(({ subject }) => subject.replace(/[\d ]+/, '')).sort(),
    `mails after a crash at ${point}`,
  ).toHaveLength(2)
  await stop()
  expect(
    {
      users: count(home, 'identity.db', 'user'),
      tenants: count(home, 'tenure.db', 'tenant'),
      members: count(home, 'tenure.db', 'member'),
      keys: count(home, 'tenure.db', 'api_key'),
      notices: count(home, 'tenure.db', 'notice'),
      workspaces: readdirSync(join(dataDir, 'workspaces')).length,
      incidents: count(home, 'tenure.db', 'incident'),
      mailLeft: count(home, 'tenure.db', 'inbox'),
      effectsLeft: count(home, 'tenure.db', 'effect'),
    },
    `after a crash at ${point}`,
  ).toEqual({
    users: 1,
    tenants: 1,
    members: 1,
    keys: 1,
    notices: 1,
    workspaces: 1,
    incidents: 0,
    mailLeft: 0,
    effectsLeft: 0,
  })
}

/** Processes at once: more would only wait for the same two cores. */
const LANES = 3

describe('a server that dies at any point of a sign-up', () => {
  it('goes on where it was, and makes everything once', { timeout: 15 * 60_000 }, async () => {
    let next = 1
    let last = Infinity
    let deaths = 0
    const lane = async () => {
      for (let point = next++; point <= last; point = next++) {
        const { died, home } = await signUpThrough(point)
        // past the last point nothing dies any more: the whole sign-up has been tried
        if (!died) last = Math.min(last, point)
        else deaths++
        await expectOneOfEach(home, point)
        await home.remove()
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    console.log(`crash test: ${deaths} points, each survived`)
    expect(deaths).toBeGreaterThan(25)
  })
})
