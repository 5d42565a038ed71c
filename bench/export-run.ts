/**
 * One export in a process of its own, so that its memory is nobody else's: `node bench/export-run.ts make|write <folder> <bytes>`.
 * `make` fills a workspace until its file has that many bytes; `write` exports it and prints what it took as one line of JSON.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { exportFiles } from '../server/records/exports/export-files.ts'
import { workspaces as openWorkspaces } from '../server/records/workspaces/workspaces.ts'
import type { ContentParts } from '../server/services/export/contents.ts'
import { writeExport } from '../server/services/export/write-export.ts'

export interface Exported {
  readonly seconds: number
  /** Of the workspace's file. */
  readonly workspaceBytes: number
  /** Of the ZIP file. */
  readonly bytes: number
  /** The most memory the process ever held, in bytes. */
  readonly rss: number
}

const [task, folder = '', bytes = '0'] = process.argv.slice(2)
const tenant = 'ten_00000000-0000-4000-8000-000000000000'
const limits = { seats: 3, projects: 10 ** 9, requestsPerMonth: 10 ** 6, storageBytes: 10 ** 12 }
const workspaces = openWorkspaces({ folder: join(folder, 'workspaces'), now: Date.now })
const file = join(folder, 'workspaces', tenant, 'workspace.db')

if (task === 'make') await make(Number(bytes))
else console.log(JSON.stringify(await write()))
workspaces.close()

async function make(size: number) {
  await workspaces.create(tenant)
  await workspaces.setLimits(tenant, limits)
  const db = new Database(file)
  db.pragma('synchronous = OFF')
  const add = db.prepare('insert into project (id, name, name_key, created_at, updated_at) values (?, ?, ?, ?, ?)')
  const many = db.transaction((from: number) => {
    for (let n = from; n < from + 50_000; n++) {
      const name = `Project ${n}: the winter catalogue of a firm with much to say`
      add.run(`prj_${String(n).padStart(12, '0')}`, name, name.toLowerCase(), n, n)
    }
  })
  for (let n = 0; statSync(file).size < size; n += 50_000) {
    many(n)
    db.pragma('wal_checkpoint(TRUNCATE)')
  }
  db.close()
}

/** Everything but the workspace is empty: it is what is large. */
async function write(): Promise<Exported> {
  const parts = {
    tenants: {
      get: async () => ({
        id: tenant,
        name: 'Large',
        slug: 'large',
        plan: 'team',
        planName: 'Team',
        seats: 3,
        createdAt: 0,
      }),
      members: async () => [],
    },
    workspaces,
    closedTenants: { invoicesOf: async () => [] },
    notices: { page: async () => [], countOf: async () => 0 },
    auditLog: { count: async () => 0, async *pages() {} },
    licences: { held: async () => [] },
    integrationsOf: async () => [],
    now: Date.now,
  } as unknown as ContentParts
  const body = writeExport({ ...parts, exportFiles: exportFiles(join(folder, 'exports')) })
  const began = performance.now()
  const { output } = await body({
    input: { exportId: 'exp_1', tenantId: tenant },
    identity: 'exp_1',
    attempt: 1,
    signal: new AbortController().signal,
    progress: () => {},
  })
  return {
    seconds: (performance.now() - began) / 1000,
    workspaceBytes: statSync(file).size,
    bytes: output.bytes,
    rss: process.resourceUsage().maxRSS * 1024,
  }
}
