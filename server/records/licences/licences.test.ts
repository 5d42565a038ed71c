import { beforeEach, describe, expect, it } from 'vitest'
import type { LicenceKind } from '../../../machines/vocabulary/plans.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { defineTables } from '../define.ts'
import type { Write } from '../query.ts'
import { type NewMember, tenants } from '../tenants/tenants.ts'
import { licences } from './licences.ts'

const agents = (count: number): LicenceKind => ({ key: 'agents', name: 'Agent', summary: '', count })
const reviews: LicenceKind = { key: 'reviews', name: 'Reviewer', summary: '', count: 2 }
const of = (userId: string, key = 'agents', tenant = 'ten_1') => ({ tenant, key, userId })
const person = { email: 'a@fernhill.studio', name: 'A', occupation: 'designer' } as const

let world: Awaited<ReturnType<typeof open>>
beforeEach(async () => {
  world = await open()
})

describe('a licence', () => {
  it('is counted when it is given, and when it is taken back', async () => {
    expect(await give('usr_1')).toBe('written')
    expect(await pools()).toEqual([{ key: 'agents', name: 'Agent', summary: '', count: 3, used: 1 }])
    expect(await world.records.held('ten_1')).toEqual([{ key: 'agents', userId: 'usr_1', assignedAt: START }])
    expect(await take('usr_1')).toBe('written')
    expect(await pools()).toMatchObject([{ used: 0 }])
    expect(await world.records.isHeld(of('usr_1'))).toBe(false)
  })

  it('that is the last goes to one of thirty who are given it at once', async () => {
    await give('usr_1')
    await give('usr_2')
    const many = Array.from({ length: 30 }, (_, n) => give(`usr_of_many_${n}`))
    const outcomes = (await Promise.all(many)).toSorted()
    expect(outcomes).toEqual([...Array.from({ length: 29 }, () => 'licence.none'), 'written'])
    expect(await pools()).toMatchObject([{ used: 3, count: 3 }])
    expect(await world.records.held('ten_1')).toHaveLength(3)
  })

  it('is held once by one member, though it is given to them ten times at once', async () => {
    const outcomes = (await Promise.all(Array.from({ length: 10 }, () => give('usr_1')))).toSorted()
    expect(outcomes).toEqual([...Array.from({ length: 9 }, () => 'licence.held'), 'written'])
    expect(await pools()).toMatchObject([{ used: 1 }])
  })

  it('is taken back once, though ten ask at once', async () => {
    await give('usr_1')
    await give('usr_2')
    const outcomes = (await Promise.all(Array.from({ length: 10 }, () => take('usr_1')))).toSorted()
    expect(outcomes).toEqual([...Array.from({ length: 9 }, () => 'licence.absent'), 'written'])
    expect(await pools()).toMatchObject([{ used: 1 }])
  })

  it('of a kind there is none of, or of another tenant, is not there to be given', async () => {
    expect(await write(world.records.assign(of('usr_1', 'ghosts'), 'f'))).toBe('licence.none')
    expect(await write(world.records.assign(of('usr_1', 'agents', 'ten_2'), 'f'))).toBe('licence.none')
    expect(await world.records.isHeld(of('usr_1', 'ghosts'))).toBe(false)
  })
})

describe('another plan', () => {
  it('that has fewer takes none away, and gives none until enough came back', async () => {
    for (const user of ['usr_1', 'usr_2']) await give(user)
    expect(await write(world.records.setPools('ten_1', [agents(1)]))).toBe('written')
    expect(await pools()).toMatchObject([{ count: 1, used: 2 }])
    expect(await give('usr_3')).toBe('licence.none')
    await take('usr_1')
    expect(await give('usr_3')).toBe('licence.none')
    await take('usr_2')
    expect(await give('usr_3')).toBe('written')
  })

  it('that has none of a kind leaves it with those who hold it, and then it is gone', async () => {
    await give('usr_1')
    for (let time = 0; time < 2; time++) await write(world.records.setPools('ten_1', [reviews]))
    expect(await pools()).toMatchObject([
      { key: 'agents', count: 0, used: 1 },
      { key: 'reviews', count: 2, used: 0 },
    ])
    await take('usr_1')
    expect(await pools()).toMatchObject([{ key: 'reviews' }])
  })
})

describe('a member who goes', () => {
  it('gives back what they hold with the seat, of every kind, and nobody else does', async () => {
    await write(world.records.setPools('ten_1', [agents(3), reviews]))
    const [mara, ana] = [member('usr_1', 'owner'), member('usr_2', 'member')]
    for (const user of ['usr_1', 'usr_2'])
      for (const key of ['agents', 'reviews']) await write(world.records.assign(of(user, key), `${user} ${key}`))
    expect(await write(world.team.dismiss(mara, ana))).toBe('written')
    expect(await pools()).toMatchObject([{ used: 1 }, { used: 1 }])
    expect((await world.records.held('ten_1')).map(({ userId }) => userId)).toEqual(['usr_1', 'usr_1'])
    expect((await world.records.changes('ten_1')).map(({ userId }) => userId)).toEqual(['usr_1', 'usr_1'])
  })

  it('gives back what they hold when they never got in', async () => {
    await give('usr_2')
    expect(await write(world.team.undoJoin({ tenant: 'ten_1', userId: 'usr_2' }))).toBe('written')
    expect(await pools()).toMatchObject([{ used: 0 }])
  })

  it('is given none in the commit that comes after, nor by somebody whose role was taken meanwhile', async () => {
    const [mara, ana] = [member('usr_1', 'owner'), member('usr_2', 'member')]
    const giving = [...world.team.stillHandles(mara, ana), ...world.records.assign(of('usr_2'), 'f')]
    await write(world.team.dismiss(mara, ana))
    expect(await write(giving)).toBe('conflict')
    const byNobody = world.team.stillHandles({ ...mara, role: 'admin' }, mara)
    expect(await write(byNobody)).toBe('conflict')
    expect(await pools()).toMatchObject([{ used: 0 }])
  })
})

describe('a change', () => {
  it('stands open until its own actor settles it, and not until an older one does', async () => {
    await write(world.records.assign(of('usr_1'), 'first'))
    await write(world.records.withdraw(of('usr_1'), 'second'))
    await write([world.records.settle(of('usr_1'), 'first')])
    expect(await world.records.changes('ten_1')).toEqual([{ key: 'agents', userId: 'usr_1', flow: 'second' }])
    for (let time = 0; time < 2; time++)
      expect(await write([world.records.settle(of('usr_1'), 'second')])).toBe('written')
    expect(await world.records.changes('ten_1')).toEqual([])
  })
})

it('leaves nothing of a tenant that is cleaned up, and everything of the next', async () => {
  await write(world.records.setPools('ten_2', [reviews]))
  await give('usr_1')
  for (let time = 0; time < 2; time++) await write(world.records.removeAll('ten_1'))
  const rows = ['licence_pool', 'licence', 'licence_change'].map((table) => world.rows(table))
  expect(rows).toMatchObject([[{ tenant: 'ten_2', key: 'reviews' }], [], []])
})

const START = Date.UTC(2026, 10, 25)
const pools = () => world.records.pools('ten_1')
const member = (userId: string, role: NewMember['role']) => ({ ...person, tenant: 'ten_1', userId, role })

async function write(writes: readonly Write[]): Promise<string> {
  const written = await world.connection.write(writes)
  return written.result === 'refused' ? written.code : written.result
}
const give = (user: string) => write(world.records.assign(of(user), `give ${user}`))
const take = (user: string) => write(world.records.withdraw(of(user), `take ${user}`))

/** A tenant with two members and three licences. */
async function open() {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const now = () => START
  const records = licences({ connection, now })
  const team = tenants({ connection, now })
  const limits = { seats: 2, projects: 3, requestsPerMonth: 10, storageBytes: 1000 }
  const plan = { plan: 'free', planName: 'Free', limits, seats: 2, catalogueVersion: '1' }
  await connection.write([
    ...team.create({ id: 'ten_1', slug: 'fernhill', name: 'Fernhill', ...plan }, { ...person, userId: 'usr_1' }),
    ...team.addMember({ ...person, tenant: 'ten_1', userId: 'usr_2', role: 'member' }),
    ...records.setPools('ten_1', [agents(3)]),
  ])
  const rows = (table: string) => db.prepare(`select * from ${table}`).all()
  return { connection, records, team, rows }
}
