import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { exportFiles } from '../../records/exports/export-files.ts'
import { type ContentParts, contentsOf } from './contents.ts'
import { csvLine } from './csv.ts'
import { deleteExport } from './delete-export.ts'
import { safeName, uniqueNames } from './entry-names.ts'
import { planExport } from './plan-export.ts'
import { writeExport } from './write-export.ts'

const tenant = 'ten_1'
const input = { exportId: 'exp_1', tenantId: tenant }
let folder: string
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('writing an export', () => {
  it('twice under one identity is one file, and the same facts', async () => {
    const { write, parts } = open()
    const first = await write()
    parts.change()
    const again = await write()
    expect(again).toEqual(first)
    const bytes = readFileSync(join(folder, tenant, 'exp_1.zip'))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(first.sha256)
    expect(readdirSync(join(folder, tenant)).sort()).toEqual(['exp_1.json', 'exp_1.zip'])
  })

  it('after a crash writes anew what was begun, and nobody can open it before it is whole', async () => {
    const { write, files } = open()
    writeFileSync(await files.begin(tenant, 'exp_1'), 'half of a file')
    expect(await files.open(tenant, 'exp_1')).toBeNull()
    await write()
    expect(() => list(join(folder, tenant, 'exp_1.zip'))).not.toThrow()
  })

  it('reads long sections a page at a time, whole and in order, and says how far it is', async () => {
    const { write, said } = open({ projects: 450 })
    const { sections } = await write()
    expect(sections.find(({ section }) => section === 'projects')).toEqual({ section: 'projects', rows: 450 })
    expect(said.at(-1)).toBe(1)
    expect(said.length).toBeLessThanOrEqual(100)
    expect(said).toEqual(said.toSorted((a, b) => a - b))
  })

  it('fails with a code when a section cannot be read, and leaves nothing that looks whole', async () => {
    const { write, parts } = open()
    parts.breakOn('members')
    await expect(write()).rejects.toMatchObject({ code: 'disk.failed' })
    expect(existsSync(join(folder, tenant, 'exp_1.zip'))).toBe(false)
  })

  it('stops when its time is up', async () => {
    const { write } = open({ projects: 450 })
    await expect(write(AbortSignal.abort())).rejects.toMatchObject({ code: 'disk.failed' })
    expect(existsSync(join(folder, tenant, 'exp_1.zip'))).toBe(false)
  })

  it('gives up for a tenant that is not there', async () => {
    const { parts } = open()
    parts.leave()
    const plan = planExport(parts.content)
    await expect(plan(job('p', input))).rejects.toMatchObject({ code: 'tenant.absent', final: true })
  })
})

it('is deleted twice like once, with what was begun of it', async () => {
  const { write, files } = open()
  await write()
  writeFileSync(await files.begin(tenant, 'exp_1'), 'begun again')
  const remove = deleteExport({
    exportFiles: files,
    tokens: { forget: (id) => ({ sql: id, parameters: [], code: '' }) },
  })
  for (let time = 0; time < 2; time++) expect((await remove(job('d', input))).output).toEqual({ deleted: true })
  expect(readdirSync(join(folder, tenant))).toEqual([])
})

it('takes nothing for a name of a file but an id', async () => {
  const { files } = open()
  for (const id of ['../../etc/passwd', 'exp_1/../..', '', 'exp_'])
    await expect(files.open(tenant, id), id).rejects.toMatchObject({ code: 'export.absent' })
})

describe('a CSV cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-2', "'-2"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    [-2, '-2'],
    [null, ''],
    [{ a: 1 }, '"{""a"":1}"'],
  ])('%j is written %j', (value, cell) => expect(csvLine([value])).toBe(`${cell}\r\n`))
})

describe('a name in an archive', () => {
  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['.hidden', 'hidden'],
    ['C:\\x', 'C-x'],
    ['Études', 'Etudes'],
    ['', 'unnamed'],
    ['..', 'unnamed'],
  ])('%j becomes %j', (name, safe) => expect(safeName(name)).toBe(safe))

  it('is there once, whatever its case', () => {
    const name = uniqueNames()
    expect(['a.csv', 'A.csv', 'a.csv', '../a.csv'].map(name)).toEqual(['a.csv', 'A-2.csv', 'a-3.csv', 'a-4.csv'])
  })
})

const job = <Input>(identity: string, given: Input, signal = new AbortController().signal) => ({
  input: given,
  identity,
  attempt: 1,
  signal,
  progress: () => {},
})

const list = (path: string) => execFileSync('python3', ['-m', 'zipfile', '-t', path], { encoding: 'utf8' })

function open({ projects: count = 2 } = {}) {
  folder = mkdtempSync(join(tmpdir(), 'tenure-export-'))
  const files = exportFiles(folder)
  const said: number[] = []
  let [name, broken, there] = ['Aurora', '', true]
  const projects = Array.from({ length: count }, (_, index) => ({
    id: `prj_${String(index).padStart(4, '0')}`,
    name,
    createdAt: 0,
    updatedAt: 0,
  }))
  const content = {
    tenants: {
      get: async () =>
        there
          ? { id: tenant, name: 'Fernhill', slug: 'fernhill', plan: 'free', planName: 'Free', seats: 2, createdAt: 0 }
          : null,
      async members() {
        if (broken === 'members') throw new Error('The disk says no.')
        return ['usr_1', 'usr_2'].map((userId) => ({
          userId,
          name: userId,
          email: `${userId}@fernhill.studio`,
          joinedAt: 0,
        }))
      },
    },
    licences: {
      held: async () => ['agents', 'reviews'].map((key, assignedAt) => ({ key, userId: 'usr_1', assignedAt })),
    },
    workspaces: {
      limits: async () => ({ seats: 2 }),
      usageDays: async () => [{ day: '2026-11-23', meter: 'requests', quantity: 4 }],
      projects: {
        list: async () => projects,
        count: async () => projects.length,
        page: async (_: string, after: string, most: number) => projects.filter(({ id }) => id > after).slice(0, most),
      },
    },
    closedTenants: { invoicesOf: async () => [] },
    notices: { page: async () => [], countOf: async () => 0 },
    integrationsOf: async () => [{ kind: 'npm', account: 'fernhill-studio', connectedAt: 0 }],
    auditLog: { count: async () => 0, async *pages() {} },
    now: () => 0,
  } as unknown as ContentParts
  const body = writeExport({ ...content, exportFiles: files })
  return {
    files,
    said,
    parts: {
      content,
      change: () => void (name = 'Borealis'),
      breakOn: (section: string) => void (broken = section),
      leave: () => void (there = false),
    },
    write: async (signal?: AbortSignal) =>
      (await body({ ...job('exp_1', input, signal), progress: (done) => said.push(done) })).output,
  }
}

it('has what every member holds a licence for', async () => {
  const { parts } = open()
  const members = contentsOf(parts.content, tenant).find(({ section }) => section === 'members')!
  const rows: Record<string, unknown>[] = []
  for await (const page of members.pages()) rows.push(...page)
  expect(rows.map(({ licences }) => licences)).toEqual(['agents reviews', ''])
  expect(members.columns).toEqual(Object.keys(rows[0]!))
})

it('has usage by meter and day, with its unit', async () => {
  const { parts } = open()
  const usage = contentsOf(parts.content, tenant).find(({ section }) => section === 'usage')!
  const rows: object[] = []
  for await (const page of usage.pages()) rows.push(...page)
  expect([await usage.count(), rows]).toEqual([
    1,
    [{ day: '2026-11-23', meter: 'requests', quantity: 4, unit: 'request' }],
  ])
  expect(usage.columns).toEqual(Object.keys(rows[0]!))
})

it('has every section once', () => {
  const { parts } = open()
  const names = contentsOf(parts.content, tenant).map(({ section }) => section)
  expect(new Set(names).size).toBe(names.length)
})
