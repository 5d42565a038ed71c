/**
 * The server dies at every point of a membership: invited, accepted, seated, let in, removed. Each time it is started
 * again, and it must end with one account, no seat, no access and one of each mail.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Mail, mailsTo } from './support/mailbox.ts'
import { calm, count, idle, one, until } from './support/rows.ts'
import { server, type Server, shortLeases } from './support/server.ts'
import { visitor } from './support/visitor.ts'

const email = 'ana@fernhill.studio'
let base: Server
let cookie: string
let tenant: string

beforeAll(async () => {
  base = await server()
  await base.start()
  const owner = visitor(() => base.url, 'mara@fernhill.studio')
  await owner.signUp()
  const { action, token } = await owner.session.handOver()
  const headers = { origin: base.url, 'content-type': 'application/x-www-form-urlencoded' }
  const entered = await fetch(action, { method: 'POST', redirect: 'manual', headers, body: `token=${token}` })
  cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!
  const me = await fetch(`${base.url}/trpc/session.me`, { headers: { cookie } })
  tenant = ((await me.json()) as { result: { data: { tenants: { id: string }[] } } }).result.data.tenants[0]!.id
  await base.stop()
})
afterAll(() => base.remove())

/** Processes at once: most of the time each waits for a lease to run out. */
const LANES = 4

describe('a server that dies at any point of a membership', () => {
  it('goes on where it was: one account, no seat left, no access left', { timeout: 10 * 60_000 }, async () => {
    let next = 1
    let last = Infinity
    let deaths = 0
    const lane = async () => {
      for (let point = next++; point <= last; point = next++) {
        const home = await server(shortLeases, { like: base })
        // past the last point nothing dies any more: the whole of it has been tried
        if (await liveThrough(home, point)) deaths++
        else last = Math.min(last, point)
        await expectNothingLeft(home, point)
        await home.remove()
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    console.log(`crash test of a membership: ${deaths} points, each survived`)
    expect(deaths).toBeGreaterThan(15)
  })
})

async function liveThrough(home: Server, point: number): Promise<boolean> {
  let died = false
  await home.start({ CRASH_AT: String(point) })
  const restarted = home.ended().then(() => {
    died = true
    return home.start()
  })
  const input = { tenant, machine: 'invitation', input: { email, role: 'member' }, startId: crypto.randomUUID() }
  await until(async () => (await post(home, 'flow.open', input)).ok)
  const token = await until(async () => tokenIn((await mailsTo(home.url, email)).at(-1)))
  const ana = await until(async () => {
    // a button that was pressed into the void is pressed again; a used link says so
    await form(home, { token, name: 'Ana Reis', password: 'another horse battery' })
    return (await members(home)).find((one) => one.email === email)
  })
  // let in, and not only seated
  await until(async () => (await invitationsLeft(home)) === 0)
  await until(async () => [200, 409].includes((await post(home, 'team.remove', { tenant, userId: ana.userId })).status))
  await until(async () => (await mailsTo(home.url, email)).some(({ subject }) => subject.includes('no longer')))
  await Promise.race([restarted, calm(home)])
  if (died) await restarted
  return died
}

async function expectNothingLeft(home: Server, point: number) {
  await idle(home)
  await until(async () => count(home, 'tenure.db', 'invitation where closed_at is null') === 0)
  const subjects = (await mailsTo(home.url, email)).map(({ subject }) => subject)
  await home.stop()
  expect(
    {
      mails: subjects.length,
      users: one(home, 'identity.db', 'select count(*) from user'),
      sessions: one(
        home,
        'identity.db',
        `select count(*) from session s join user u on u.id = s.userId where u.email = '${email}'`,
      ),
      members: one(home, 'tenure.db', 'select count(*) from member'),
      seats: one(home, 'tenure.db', 'select seats_used from tenant'),
      access: one(home, 'tenure.db', `select status from ledger where kind = 'access'`),
      letIn: one(home, join('workspaces', tenant, 'workspace.db'), 'select count(*) from access'),
      incidents: one(home, 'tenure.db', 'select count(*) from incident'),
      passwords: one(home, 'tenure.db', 'select count(*) from waiting_credential'),
    },
    `after a crash at ${point}`,
  ).toEqual({
    mails: 2,
    users: 2,
    sessions: 0,
    members: 1,
    seats: 1,
    access: 'released',
    letIn: 1,
    incidents: 0,
    passwords: 0,
  })
}

const post = ({ url }: Server, procedure: string, input: object) =>
  fetch(`${url}/trpc/${procedure}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })

const form = ({ url }: Server, fields: Record<string, string>) =>
  fetch(`${url}/invitation/accept`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })

interface List {
  readonly members: readonly { readonly userId: string; readonly email: string }[]
  readonly invitations: readonly unknown[]
}
async function list({ url }: Server): Promise<List> {
  const input = encodeURIComponent(JSON.stringify({ tenant }))
  const answer = await fetch(`${url}/trpc/team.list?input=${input}`, { headers: { cookie } })
  return ((await answer.json()) as { result: { data: List } }).result.data
}
const members = async (home: Server) => (await list(home)).members
const invitationsLeft = async (home: Server) => (await list(home)).invitations.length

const tokenIn = (mail: Mail | undefined) => mail && new URL(mail.links[0]!).searchParams.get('token')
