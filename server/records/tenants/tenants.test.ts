import { describe, expect, it } from 'vitest'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { defineTables } from '../define.ts'
import { ledger } from './ledger.ts'
import { slugOf } from './slug.ts'
import { tenants } from './tenants.ts'

const limits = { seats: 2, projects: 3, requestsPerMonth: 10_000, storageBytes: 1_000_000_000 }
const plan = { plan: 'free', planName: 'Free', limits, seats: 2, catalogueVersion: '1' }
const mara = { userId: 'usr_1', email: 'mara@fernhill.studio', name: 'Mara Lindqvist', occupation: 'designer' } as const

describe('tenants', () => {
  it('gives two companies of one name two addresses, even at once, and each its own again', async () => {
    const { records } = await open()
    const names = ['ten_1', 'ten_2', 'ten_3']
    const slugs = await Promise.all(names.map((id) => records.reserveSlug(id, 'Fernhill Études')))
    expect(slugs.toSorted()).toEqual(['fernhill-etudes', 'fernhill-etudes-2', 'fernhill-etudes-3'])
    expect(await Promise.all(names.map((id) => records.reserveSlug(id, 'Renamed meanwhile')))).toEqual(slugs)
  })

  it('gives two attempts of one run the same address', async () => {
    const { records } = await open()
    const slugs = await Promise.all([1, 2, 3].map(() => records.reserveSlug('ten_1', 'Fernhill')))
    expect(slugs).toEqual(['fernhill', 'fernhill', 'fernhill'])
  })

  it('still finds an address for the fortieth of a name', async () => {
    const { records } = await open()
    const slugs = new Set<string>()
    for (let n = 0; n < 40; n++) slugs.add(await records.reserveSlug(`ten_${n}`, 'Acme'))
    expect(slugs.size).toBe(40)
  })

  it('is made once with its owner in the first seat, however often it is asked for', async () => {
    const { records, connection, ledgered } = await open()
    const tenant = { id: 'ten_1', slug: 'fernhill', name: 'Fernhill', ...plan }
    for (let time = 0; time < 2; time++)
      expect(await connection.write(records.create(tenant, mara))).toEqual({ result: 'written' })

    expect(await records.get('ten_1')).toMatchObject({ slug: 'fernhill', limits, seatsUsed: 1, readyAt: null })
    expect(await records.memberOf('ten_1', 'usr_1')).toMatchObject({ role: 'owner', occupation: 'designer' })
    expect(await records.tenantsOf('usr_1')).toMatchObject([{ id: 'ten_1', role: 'owner' }])
    expect(await records.memberOf('ten_1', 'usr_2')).toBeNull()
    expect(await ledgered.of('ten_1')).toEqual([])
  })

  it('is renamed by the first of two who saw the same name, at one moment too', async () => {
    const { records, connection } = await open()
    await connection.write(records.create({ id: 'ten_1', slug: 'fernhill', name: 'Fernhill', ...plan }, mara))
    const seen = (await records.get('ten_1'))!.updatedAt
    const rename = (name: string, from: number) => connection.write([records.rename('ten_1', name, from)])
    expect(await Promise.all([rename('One', seen), rename('Other', seen)])).toEqual([
      { result: 'written' },
      { result: 'refused', code: 'conflict' },
    ])
    const { name, slug, updatedAt } = (await records.get('ten_1'))!
    expect([name, slug]).toEqual(['One', 'fernhill'])
    expect(await rename('Other', updatedAt)).toEqual({ result: 'written' })
  })

  it('calls a person by one name everywhere, and knows what they do in each', async () => {
    const { records, connection } = await open()
    for (const id of ['ten_1', 'ten_2'])
      await connection.write(records.create({ id, slug: id, name: 'Fernhill', ...plan }, mara))
    const described = { name: 'Mara King', occupation: 'product' } as const
    const describeAs = (userId: string) => connection.write(records.describe({ tenant: 'ten_1', userId }, described))
    expect(await describeAs('usr_1')).toEqual({ result: 'written' })
    expect(await records.memberOf('ten_1', 'usr_1')).toMatchObject(described)
    expect(await records.memberOf('ten_2', 'usr_1')).toMatchObject({ name: 'Mara King', occupation: 'designer' })
    expect(await describeAs('usr_2')).toEqual({ result: 'refused', code: 'member.absent' })
  })

  it('lets one of two take the last seat', async () => {
    const { records, connection } = await open()
    await connection.write(records.create({ id: 'ten_1', slug: 'fernhill', name: 'Fernhill', ...plan }, mara))
    const join = (n: number) =>
      connection.write(records.addMember({ ...mara, userId: `usr_${n}`, tenant: 'ten_1', role: 'member' }))
    expect(await Promise.all([join(2), join(3)])).toEqual([
      { result: 'written' },
      { result: 'refused', code: 'seats.full' },
    ])
    expect(await records.seats('ten_1')).toBe(2)
    expect(await records.members('ten_1')).toHaveLength(2)
  })

  it('gets another plan, and nobody loses their seat', async () => {
    const { records, connection } = await open()
    await connection.write(records.create({ id: 'ten_1', slug: 'fernhill', name: 'Fernhill', ...plan }, mara))
    await connection.write(records.addMember({ ...mara, userId: 'usr_2', tenant: 'ten_1', role: 'member' }))
    const small = { ...plan, id: 'ten_1', plan: 'tiny', planName: 'Tiny', seats: 1 }
    expect(await connection.write(records.changePlan(small))).toEqual({ result: 'written' })
    expect(await records.get('ten_1')).toMatchObject({ plan: 'tiny', planName: 'Tiny', seats: 2, seatsUsed: 2 })
    await connection.write(records.changePlan({ ...small, seats: 9 }))
    expect(await records.get('ten_1')).toMatchObject({ seats: 9, seatsUsed: 2 })
    const absent = { result: 'refused', code: 'tenant.absent' }
    expect(await connection.write(records.changePlan({ ...small, id: 'ten_2' }))).toEqual(absent)
  })

  it('is gone with its members and its address when it is taken back', async () => {
    const { records, connection } = await open()
    const slug = await records.reserveSlug('ten_1', 'Fernhill')
    await connection.write(records.create({ id: 'ten_1', slug, name: 'Fernhill', ...plan }, mara))
    for (let time = 0; time < 2; time++) await connection.write(records.remove('ten_1'))
    expect(await records.get('ten_1')).toBeNull()
    expect(await records.tenantsOf('usr_1')).toEqual([])
    expect(await records.reserveSlug('ten_2', 'Fernhill')).toBe('fernhill')
  })

  it.each([
    ['Fernhill Études', 'fernhill-etudes'],
    ['  Straße & Söhne, GmbH ', 'strasse-sohne-gmbh'],
    ['株式会社', 'workspace'],
    ['Portal', 'portal-workspace'],
    ['../../etc', 'etc'],
  ])('makes the address of %j', (company, slug) => expect(slugOf(company)).toBe(slug))
})

describe('the ledger', () => {
  const resource = { identity: 'onb_1/workspace', tenant: 'ten_1', kind: 'workspace' }

  it('has no resource that nobody intended', async () => {
    const { ledgered, connection } = await open()
    expect(await connection.write([ledgered.present('onb_1/workspace', {})])).toEqual({
      result: 'refused',
      code: 'ledger.absent',
    })
  })

  it('follows a resource from intended to present to released, and round again', async () => {
    const { ledgered, connection } = await open()
    await ledgered.intend(resource)
    expect(await ledgered.find(resource.identity)).toMatchObject({ status: 'intended' })
    await connection.write([ledgered.present(resource.identity, { path: 'here' })])
    await ledgered.intend(resource)
    expect(await ledgered.find(resource.identity)).toMatchObject({ status: 'present', fact: { path: 'here' } })
    await connection.write([ledgered.release(resource.identity)])
    expect(await connection.write([ledgered.present(resource.identity, {})])).toMatchObject({ result: 'refused' })
    await ledgered.intend(resource)
    expect(await ledgered.of('ten_1')).toMatchObject([{ status: 'intended', fact: {} }])
  })
})

async function open() {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const parts = { connection, now: () => Date.UTC(2026, 10, 23) }
  return { connection, records: tenants(parts), ledgered: ledger(parts) }
}
