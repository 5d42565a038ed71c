import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GiveLicence } from '../../../machines/licensing/licensing.types.ts'
import { defineTables } from '../../records/define.ts'
import { licences } from '../../records/licences/licences.ts'
import type { Write } from '../../records/query.ts'
import { ledger } from '../../records/tenants/ledger.ts'
import { tenants } from '../../records/tenants/tenants.ts'
import { workspaces } from '../../records/workspaces/workspaces.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import type { Job } from '../effect.ts'
import { leaveSeat, takeAccess } from './access.ts'
import { giveLicence, takeLicence } from './licence.ts'

const agents = { key: 'agents', name: 'Agent', summary: '', count: 2 }
const mara = { userId: 'usr_1', email: 'mara@fernhill.studio', name: 'Mara', occupation: 'designer' } as const
const ana = { ...mara, tenant: 'ten_1', userId: 'usr_2', email: 'ana@fernhill.studio', role: 'member' } as const
const which = { tenant: 'ten_1', key: 'agents', userId: 'usr_2' }
const identity = 'licence/ten_1/agents/usr_2'

let folder: string
let world: Awaited<ReturnType<typeof open>>
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'licence-'))
  world = await open(folder)
})
afterEach(() => {
  world.files.close()
  rmSync(folder, { recursive: true })
})

describe('a licence', () => {
  it('is given twice like once, on the ledger before it is there, and its change is over', async () => {
    await world.commit(world.records.assign(which, 'lic_1'))
    const fact = await world.effects.give(job('lic_1'))
    expect(await world.entries.find(identity)).toMatchObject({ status: 'intended', kind: 'licence' })
    await world.commit(fact.writes)
    await world.commit((await world.effects.give(job('lic_1'))).writes)
    expect(fact.output).toEqual({ held: true })
    expect(await world.entries.find(identity)).toMatchObject({ status: 'present', fact: { userId: 'usr_2' } })
    expect(await world.files.licences('ten_1')).toEqual([
      { key: 'agents', name: 'Agent', count: 2, members: [{ id: 'usr_2', email: 'ana@fernhill.studio' }] },
    ])
    expect(await world.records.changes('ten_1')).toEqual([])
  })

  it('is taken twice like once', async () => {
    await given()
    await world.commit(world.records.withdraw(which, 'lic_2'))
    for (let time = 0; time < 2; time++) await world.commit((await world.effects.take(job('lic_2'))).writes)
    expect(await holds()).toBe(false)
    expect(await world.entries.find(identity)).toMatchObject({ status: 'released' })
    expect(await world.records.changes('ten_1')).toEqual([])
  })

  it('cannot be given to a workspace that is not there, and is no trouble to take from one', async () => {
    await world.commit(world.records.assign(which, 'lic_1'))
    await world.files.remove('ten_1')
    await expect(world.effects.give(job('lic_1'))).rejects.toMatchObject({ code: 'workspace.absent', final: false })
    await world.commit(world.records.withdraw(which, 'lic_2'))
    expect((await world.effects.take(job('lic_2'))).output).toEqual({ held: false })
  })

  it('stays with somebody it was given anew before it was taken', async () => {
    await given()
    await world.commit(world.records.withdraw(which, 'lic_2'))
    await world.commit(world.records.assign(which, 'lic_3'))
    await world.commit((await world.effects.take(job('lic_2'))).writes)
    expect(await holds()).toBe(true)
    expect(await world.records.changes('ten_1')).toMatchObject([{ flow: 'lic_3' }])
  })

  it('that is taken back in the very moment it is given is not left there', async () => {
    await world.commit(world.records.assign(which, 'lic_1'))
    world.whileGiving(() => world.commit(world.records.withdraw(which, 'lic_2')))
    const fact = await world.effects.give(job('lic_1'))
    expect(fact.output).toEqual({ held: false })
    expect(await holds()).toBe(false)
  })
})

describe('a member who goes', () => {
  it('holds nothing more in the workspace, nor on the ledger', async () => {
    await given()
    await world.commit(world.team.dismiss({ ...mara, tenant: 'ten_1', role: 'owner' }, ana))
    await world.commit((await world.effects.shut(job('rem_1', 'access/ten_1/usr_2'))).writes)
    expect(await holds()).toBe(false)
    expect(await world.entries.find(identity)).toMatchObject({ status: 'released' })
  })

  it('and came back before they were shut out holds what they were given since, and nothing else', async () => {
    await given()
    await world.commit(world.team.dismiss({ ...mara, tenant: 'ten_1', role: 'owner' }, ana))
    await world.commit(world.team.addMember(ana))
    await world.commit((await world.effects.shut(job('rem_1', 'access/ten_1/usr_2'))).writes)
    expect(await holds()).toBe(false)
    expect(await world.files.letsIn('ten_1', 'usr_2')).toBe(true)
  })

  it('and never got in leaves nothing behind', async () => {
    await given()
    await world.commit((await world.effects.leave(job('inv_1', 'access/ten_1/usr_2'))).writes)
    expect(await holds()).toBe(false)
    expect(await world.entries.find(identity)).toMatchObject({ status: 'released' })
    expect(await world.records.pools('ten_1')).toMatchObject([{ used: 0 }])
  })
})

const holds = () => world.files.hasLicence('ten_1', 'agents', 'usr_2')

async function given() {
  await world.commit(world.records.assign(which, 'lic_1'))
  await world.commit((await world.effects.give(job('lic_1'))).writes)
}

const job = (changeId: string, named = identity): Job<GiveLicence['input']> => ({
  input: { changeId, tenantId: 'ten_1', userId: 'usr_2', licence: 'agents' },
  identity: named,
  attempt: 1,
  signal: new AbortController().signal,
  progress() {},
})

async function open(folder: string) {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const now = () => Date.UTC(2026, 10, 25)
  const records = licences({ connection, now })
  const team = tenants({ connection, now })
  const entries = ledger({ connection, now })
  const files = workspaces({ folder, now })
  const commit = async (writes: readonly Write[] = []) =>
    expect(await connection.write(writes)).toEqual({ result: 'written' })
  await files.create('ten_1')
  await files.setLicences('ten_1', [agents])
  for (const user of ['usr_1', 'usr_2']) await files.admit('ten_1', user)
  const limits = { seats: 2, projects: 3, requestsPerMonth: 10, storageBytes: 1000 }
  const plan = { plan: 'free', planName: 'Free', limits, seats: 2, catalogueVersion: '1' }
  await commit([
    ...team.create({ id: 'ten_1', slug: 'fernhill', name: 'Fernhill', ...plan }, mara),
    ...team.addMember(ana),
    ...records.setPools('ten_1', [agents]),
  ])
  let meanwhile = async (): Promise<void> => {}
  const give = async (...which: Parameters<typeof files.giveLicence>) => {
    const once = meanwhile
    meanwhile = async () => {}
    await once()
    await files.giveLicence(...which)
  }
  const parts = {
    workspaces: { ...files, giveLicence: give },
    ledger: entries,
    tenants: team,
    licences: records,
    endSessions: async () => {},
  }
  return {
    records,
    team,
    entries,
    files,
    commit,
    /** Happens between the look at the records and the gift. */
    whileGiving: (what: () => Promise<void>) => void (meanwhile = what),
    effects: { give: giveLicence(parts), take: takeLicence(parts), shut: takeAccess(parts), leave: leaveSeat(parts) },
  }
}
