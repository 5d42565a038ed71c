/** Connections of a workspace that goes: in its export without their keys, taken back, and nothing of them left. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { goodKeys } from '../../sandbox/integrations/places.ts'
import { call, proofHeaders } from './testing/calls.ts'
import { type Connections, connections, pressConnect } from './testing/connections.ts'
import { type InProcess, inProcess, publicUrl } from './testing/in-process.ts'
import { openFlow } from './testing/leaver.ts'
import { person } from './testing/visitor.ts'

const DAY_MS = 86_400_000
const WRONG = 'canary-wrong-key-of-anthropic'

let server: InProcess
afterEach(() => server.end())

it('shows no secret of a company to anybody, nowhere', { timeout: 60_000 }, async () => {
  const { c, secrets, ids } = await connected()
  const found = filesWith(server.folder, secrets)
  expect(found).toEqual([])

  const file = await openFlow(server, c.tenant, 'export', c.owner)
  const text = await exported(c, file.id)
  expect(text).toContain('{"kind":"github","account":"fernhill-dev"')
  const journals = await Promise.all(ids.map((id) => server.engine.journal(id)))
  const views = await Promise.all(ids.map((id) => server.engine.view(id, 'system')))
  const log = await call(server, 'audit.list', { tenant: c.tenant }, c.owner)
  const everything = [text, JSON.stringify([journals, views]), log.body, await metrics()].join()
  for (const [name, secret] of Object.entries(secrets)) expect(everything, name).not.toContain(secret)
})

it('takes every key back when the workspace goes, and leaves nothing of them', { timeout: 60_000 }, async () => {
  const { c, ids } = await connected()
  const leaving = await leave(c)
  await pass(30)
  expect(await leaving.where()).toEqual(['closed'])
  expect(server.integrations!.isRevoked('npm')).toBe(true)
  expect(server.integrations!.tokens()).toBe(0)
  const steps = (await leaving.seen())!.context['steps']
  expect(steps).toContainEqual(expect.objectContaining({ key: 'integrations', status: 'done', count: 3 }))
  expect(await rows('integration')).toEqual([])
  expect(await rows('integration_secret')).toEqual([])
  await server.pass(2 * DAY_MS)
  for (const id of ids) await expect(server.engine.journal(id)).rejects.toThrow('destroyed')
})

it('calls a person when a company keeps a key alive, and goes on when it gives way', { timeout: 120_000 }, async () => {
  const { c } = await connected()
  const { faults } = server.stripe.sandbox!
  const fault = faults.add({ kind: 'error', status: 500, method: 'DELETE', path: '/npm*', times: 1000 })
  const leaving = await leave(c)
  // three rounds of three attempts, each a wait
  await pass(42)
  const stuck = (await leaving.seen())!
  expect([stuck.value, stuck.context['isStuck']]).toEqual(['cleaning', true])
  expect(await rows('integration_secret')).toHaveLength(1)

  faults.clear(fault)
  const sql = `select id from actor where flow = 'cleaning'`
  const [{ id }] = (await server.database.connection.rows({ sql, parameters: [] })) as [{ id: string }]
  await server.engine.send({ id, event: { type: 'operator.retried' }, eventId: 'o1', caller: 'operator' })
  await server.settle()
  expect(await leaving.where()).toEqual(['closed'])
  expect(server.integrations!.isRevoked('npm')).toBe(true)
  expect(await rows('integration_secret')).toEqual([])
})

/** A workspace connected to three companies, one of them at the second try; and every secret there was on the way. */
async function connected() {
  server = await inProcess()
  const c = await connections(server)
  const [claude, npm, github] = [
    await c.connection('anthropic'),
    await c.connection('npm'),
    await c.connection('github'),
  ]
  await claude.act(claude.give(WRONG))
  await claude.act(claude.give(goodKeys.anthropic))
  await npm.act(npm.give(goodKeys.npm))
  const back = await c.goTo(github.id, 'authorize')
  await pressConnect(server, back, c.owner)
  await server.settle()
  expect(await github.where()).toBe('live.connected')
  const sql = 'select ref from integration_secret where owner = ?'
  const kept = await server.database.connection.rows<{ ref: string }>({ sql, parameters: [github.id] })
  const state = back.searchParams.get('state')!
  const secrets = {
    wrong: WRONG,
    anthropic: goodKeys.anthropic,
    npm: goodKeys.npm,
    state,
    code: back.searchParams.get('code')!,
    verifier: server.records.tokens.tokenFor(`oauth-verifier/${state}`),
    token: (await server.records.integrationSecrets.read(kept[0]!.ref))!,
  }
  expect(secrets.token).toMatch(/^gho_/)
  return { c, secrets, ids: [claude.id, npm.id, github.id] }
}

async function leave({ tenant, owner }: Connections) {
  const leaving = await openFlow(server, tenant, 'offboarding', owner)
  await leaving.act({ type: 'reason.skipped' })
  await leaving.act({ type: 'leaving.confirmed', name: person.company, when: 'now' })
  return leaving
}

async function pass(days: number) {
  for (let day = 0; day < days; day++) await server.pass(DAY_MS)
}

const rows = (table: string) => server.database.connection.rows({ sql: `select * from ${table}`, parameters: [] })

const metrics = async () => (await server.app.inject({ url: '/metrics' })).body

/** Files below a folder that hold one of them, as they are or in base64. */
function filesWith(folder: string, secrets: Readonly<Record<string, string>>): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
  return files.flatMap((path) => {
    const bytes = readFileSync(path)
    return Object.entries(secrets).flatMap(([name, secret]) =>
      bytes.includes(secret) || bytes.includes(Buffer.from(secret).toString('base64')) ? [`${path}: ${name}`] : [],
    )
  })
}

const unzip = `
import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
print(''.join(archive.read(name).decode() for name in archive.namelist()))`

/** Every file of an export, one after the other. */
async function exported({ tenant, owner }: Connections, id: string): Promise<string> {
  const { data } = await call(server, 'export.download', { tenant, id }, owner)
  const answer = await server.app.inject({
    method: 'POST',
    url: '/exports/download',
    headers: { ...proofHeaders(owner), origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ token: (data as { token: string }).token }).toString(),
  })
  const path = join(server.folder, 'export.zip')
  writeFileSync(path, answer.rawPayload)
  return execFileSync('python3', ['-c', unzip, path], { encoding: 'utf8' })
}
