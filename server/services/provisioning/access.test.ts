import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Joining } from '../../../machines/invitation/invitation.types.ts'
import { defineTables } from '../../records/define.ts'
import type { Write } from '../../records/query.ts'
import { licences } from '../../records/licences/licences.ts'
import { ledger } from '../../records/tenants/ledger.ts'
import { tenants } from '../../records/tenants/tenants.ts'
import { workspaces } from '../../records/workspaces/workspaces.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import type { Job } from '../effect.ts'
import { giveAccess, leaveSeat, takeAccess } from './access.ts'
import { takeSeat } from './take-seat.ts'

const limits = { seats: 2, projects: 3, requestsPerMonth: 10, storageBytes: 1000 }
const plan = { plan: 'free', planName: 'Free', limits, seats: 2, catalogueVersion: '1' }
const mara = { userId: 'usr_1', email: 'mara@fernhill.studio', name: 'Mara', occupation: 'designer' } as const
const whose = { tenantId: 'ten_1', userId: 'usr_2' }
const joining: Joining = {
  ...whose,
  invitationId: 'inv_1',
  email: 'ana@fernhill.studio',
  role: 'member',
  name: '',
  inviter: { userId: 'usr_1', name: 'Mara' },
}
const identity = 'access/ten_1/usr_2'

let folder: string
let world: Awaited<ReturnType<typeof open>>
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'access-'))
  world = await open(folder)
})
afterEach(() => {
  world.files.close()
  rmSync(folder, { recursive: true })
})

describe('a seat', () => {
  it('is taken once, however often it is asked for', async () => {
    expect(await seat()).toEqual([{ taken: true }, 'written'])
    expect(await seat()).toEqual([{ taken: false }, 'written'])
    expect(await world.records.get('ten_1')).toMatchObject({ seatsUsed: 2 })
    expect(await world.records.memberOf('ten_1', 'usr_2')).toMatchObject({ role: 'member', name: 'Ana Reis' })
  })

  it('is refused where none is left, to two at once too', async () => {
    const others = ['usr_2', 'usr_3', 'usr_4'].map((userId) => seat({ userId, email: `${userId}@fernhill.studio` }))
    const outcomes = (await Promise.all(others)).map(([, outcome]) => outcome)
    expect(outcomes.toSorted()).toEqual(['seats.full', 'seats.full', 'written'])
  })

  it.each([
    ['an owner’s role that an admin gave', 'admin', 'owner', 'inviter.gone'],
    ['an admin’s role that an admin gave', 'admin', 'admin', 'written'],
    ['any role that a developer gave', 'developer', 'member', 'inviter.gone'],
  ] as const)('%s comes to what it should', async (_, inviterRole, role, outcome) => {
    await world.commit(world.records.addMember({ ...mara, tenant: 'ten_1', userId: 'usr_9', role: inviterRole }))
    await world.connection.write([{ sql: 'update tenant set seats = 9', parameters: [], code: 'seats' }])
    expect((await seat({ role, inviter: { userId: 'usr_9', name: 'Ben' } }))[1]).toBe(outcome)
  })

  it('is not for an account with another address', async () => {
    await expect(seat({ email: 'usr_7@fernhill.studio' })).rejects.toMatchObject({ code: 'order.invalid', final: true })
  })
})

describe('access', () => {
  it('is given once, and on the ledger before it is there', async () => {
    const fact = await world.effects.give(job(whose))
    expect(await world.entries.find(identity)).toMatchObject({ status: 'intended', kind: 'access' })
    await world.commit(fact.writes)
    await world.commit((await world.effects.give(job(whose))).writes)
    expect(await world.entries.find(identity)).toMatchObject({ status: 'present', fact: { userId: 'usr_2' } })
    expect(await world.files.letsIn('ten_1', 'usr_2')).toBe(true)
  })

  it('is taken with every session, again and again', async () => {
    await world.commit((await world.effects.give(job(whose))).writes)
    for (let time = 0; time < 2; time++) await world.commit((await world.effects.take(job(whose))).writes)
    expect(await world.files.letsIn('ten_1', 'usr_2')).toBe(false)
    expect(await world.entries.find(identity)).toMatchObject({ status: 'released' })
    expect(world.ended).toEqual(['usr_2', 'usr_2'])
  })

  it('stays with somebody who came back meanwhile', async () => {
    await seat()
    await world.commit((await world.effects.give(job(whose))).writes)
    await world.commit((await world.effects.take(job(whose))).writes)
    expect(await world.files.letsIn('ten_1', 'usr_2')).toBe(true)
    expect(world.ended).toEqual([])
  })

  it('takes the seat along when it is taken back, once', async () => {
    await seat()
    await world.commit((await world.effects.give(job(whose))).writes)
    for (let time = 0; time < 2; time++) await world.commit((await world.effects.leave(job(whose))).writes)
    expect(await world.records.get('ten_1')).toMatchObject({ seatsUsed: 1 })
    expect(await world.files.letsIn('ten_1', 'usr_2')).toBe(false)
    expect(await world.entries.find(identity)).toMatchObject({ status: 'released' })
  })

  it('cannot be given to a workspace that is not there, and is no trouble to take from one', async () => {
    const nowhere = { ...whose, tenantId: 'ten_2' }
    await expect(world.effects.give(job(nowhere))).rejects.toMatchObject({ code: 'workspace.absent' })
    expect((await world.effects.take(job(nowhere))).output).toEqual({ taken: true })
  })
})

const job = <Input>(input: Input): Job<Input> => ({
  input,
  identity,
  attempt: 1,
  signal: new AbortController().signal,
  progress() {},
})

async function seat(about: Partial<Joining> = {}): Promise<readonly [unknown, string]> {
  const { output, writes = [] } = await world.effects.seat(job({ ...joining, ...about }))
  const written = await world.connection.write(writes)
  return [output, written.result === 'refused' ? written.code : written.result]
}

async function open(folder: string) {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const now = () => Date.UTC(2026, 10, 25)
  const records = tenants({ connection, now })
  const entries = ledger({ connection, now })
  const files = workspaces({ folder, now })
  await files.create('ten_1')
  await connection.write(records.create({ id: 'ten_1', slug: 'fernhill', name: 'Fernhill', ...plan }, mara))
  const ended: string[] = []
  const parts = {
    workspaces: files,
    ledger: entries,
    tenants: records,
    licences: licences({ connection, now }),
    endSessions: async (userId: string) => void ended.push(userId),
  }
  /** Its user's id is the address's left side, but for Ana. */
  const accountOf = async (email: string) =>
    email === joining.email ? { userId: 'usr_2', name: 'Ana Reis' } : { userId: email.split('@')[0]!, name: 'Somebody' }
  return {
    connection,
    records,
    entries,
    files,
    ended,
    commit: async (writes: readonly Write[] = []) =>
      expect(await connection.write(writes)).toEqual({ result: 'written' }),
    effects: {
      seat: takeSeat({ tenants: records, accountOf }),
      give: giveAccess(parts),
      take: takeAccess(parts),
      leave: leaveSeat(parts),
    },
  }
}
