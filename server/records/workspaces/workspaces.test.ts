import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../store/sqlite/open.ts'
import { workspaces, type Workspaces } from './workspaces.ts'

const limits = { seats: 2, projects: 3, requestsPerMonth: 5, storageBytes: 1_000_000_000 }
const november = Date.UTC(2026, 10, 30, 23, 59)

let folder: string
let records: Workspaces
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workspaces-'))
  records = workspaces({ folder, now: () => november })
  await records.create('ten_1')
  await records.setLimits('ten_1', limits)
})
afterEach(() => {
  records.close()
  rmSync(folder, { recursive: true })
})

describe('a workspace', () => {
  it('is made once, and gone for good when removed', async () => {
    await records.projects.create('ten_1', 'Website')
    await records.create('ten_1')
    expect(await records.projects.list('ten_1')).toHaveLength(1)
    expect(await records.storageBytes('ten_1')).toBeGreaterThan(0)

    await records.remove('ten_1')
    await records.remove('ten_1')
    expect(await records.exists('ten_1')).toBe(false)
    expect(existsSync(join(folder, 'ten_1'))).toBe(false)
    await expect(records.projects.list('ten_1')).rejects.toMatchObject({ code: 'workspace.absent' })
  })

  it.each(['../ten_1', 'ten_1/../ten_1', 'ten_', '', '/etc', 'ten_1\0'])('lets no path out of %j', async (id) => {
    await expect(records.create(id)).rejects.toMatchObject({ code: 'workspace.absent' })
    await expect(records.remove(id)).rejects.toMatchObject({ code: 'workspace.absent' })
  })

  it('says no to everything before it has limits', async () => {
    await records.create('ten_2')
    await expect(records.projects.create('ten_2', 'Website')).rejects.toMatchObject({ code: 'limits.absent' })
    expect(await records.hasLimits('ten_2')).toBe(false)
    expect(await records.limits('ten_1')).toEqual(limits)
  })

  it('keeps its data while more workspaces are in use than files are kept open', async () => {
    await records.projects.create('ten_1', 'Website')
    for (let n = 100; n < 230; n++) await records.create(`ten_${n}`)
    expect(await records.projects.list('ten_1')).toHaveLength(1)
  })
})

describe('its projects', () => {
  it('never exceed the plan, whoever makes them at once', async () => {
    const made = await Promise.allSettled(['A', 'B', 'C', 'D'].map((name) => records.projects.create('ten_1', name)))
    expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
    await expect(records.projects.create('ten_1', 'E')).rejects.toMatchObject({ code: 'projects.full' })
  })

  it('have one name each, without regard to case', async () => {
    const site = await records.projects.create('ten_1', 'Études')
    await records.projects.create('ten_1', 'App')
    const taken = { code: 'project.name.taken' }
    await expect(records.projects.create('ten_1', 'ÉTUDES')).rejects.toMatchObject(taken)
    await expect(records.projects.rename('ten_1', site.id, 'app', site.updatedAt)).rejects.toMatchObject(taken)
    expect(await records.projects.rename('ten_1', site.id, 'études', site.updatedAt)).toMatchObject({ name: 'études' })
  })

  it('let the first of two renames win and tell the second', async () => {
    const seen = await records.projects.create('ten_1', 'Website')
    await records.projects.rename('ten_1', seen.id, 'Shop', seen.updatedAt)
    const late = records.projects.rename('ten_1', seen.id, 'Store', seen.updatedAt)
    await expect(late).rejects.toMatchObject({ code: 'conflict' })
  })

  it('make room when one is deleted', async () => {
    const [first] = await Promise.all(['A', 'B', 'C'].map((name) => records.projects.create('ten_1', name)))
    await records.projects.remove('ten_1', first!.id)
    await records.projects.create('ten_1', 'D')
    await expect(records.projects.remove('ten_1', first!.id)).rejects.toMatchObject({ code: 'project.absent' })
  })
})

describe('its licences', () => {
  const agents = { key: 'agents', name: 'Agent', summary: '', count: 2 }
  const ana = { id: 'usr_2', email: 'ana@fernhill.studio' }

  it('are told by kind with who holds one, given and taken twice like once', async () => {
    await records.setLicences('ten_1', [agents])
    for (let time = 0; time < 2; time++) await records.giveLicence('ten_1', 'agents', ana)
    expect(await records.licences('ten_1')).toEqual([{ key: 'agents', name: 'Agent', count: 2, members: [ana] }])
    for (let time = 0; time < 2; time++) await records.takeLicence('ten_1', 'agents', ana.id)
    expect(await records.licences('ten_1')).toMatchObject([{ members: [] }])
  })

  it('stay with who holds them when the plan has none of the kind, and go with the access', async () => {
    await records.setLicences('ten_1', [agents])
    await records.giveLicence('ten_1', 'agents', ana)
    for (let time = 0; time < 2; time++) await records.setLicences('ten_1', [])
    expect(await records.licences('ten_1')).toMatchObject([{ count: 0, members: [ana] }])
    await records.expel('ten_1', ana.id)
    expect(await records.licences('ten_1')).toEqual([])
  })

  it('can be given in a workspace of before there were any', async () => {
    records.close()
    const file = openDatabase(join(folder, 'ten_1', 'workspace.db'))
    file.exec('drop table licence; drop table licence_kind')
    file.close()
    await records.setLicences('ten_1', [agents])
    await records.giveLicence('ten_1', 'agents', ana)
    expect(await records.hasLicence('ten_1', 'agents', ana.id)).toBe(true)
    expect(await records.limits('ten_1')).toEqual(limits)
  })
})

describe('its requests', () => {
  it('are counted by day and stop at the month’s limit', async () => {
    for (let n = 0; n < 2; n++) await records.countRequest('ten_1', november - 86_400_000)
    for (let n = 0; n < 3; n++) await records.countRequest('ten_1', november)
    await expect(records.countRequest('ten_1', november)).rejects.toMatchObject({ code: 'limit.reached' })
    expect(await records.meterDays('ten_1', 'requests', '2026-11')).toEqual([
      { day: '2026-11-29', quantity: 2 },
      { day: '2026-11-30', quantity: 3 },
    ])
  })

  it('start anew with the next month', async () => {
    for (let n = 0; n < 5; n++) await records.countRequest('ten_1', november)
    expect((await records.countRequest('ten_1', november + 60_000)).value).toBe(1)
    expect(await records.meterMonths('ten_1', 'requests', ['2026-12'])).toEqual([{ month: '2026-12', quantity: 1 }])
  })
})
