import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Facts,
  type ProvisioningInput,
  type StepKey,
  stepKeys,
} from '../../../machines/provisioning/provisioning.types.ts'
import { apiKeys } from '../../records/apiKeys/api-keys.ts'
import { defineTables } from '../../records/define.ts'
import type { Write } from '../../records/query.ts'
import { licences } from '../../records/licences/licences.ts'
import { ledger } from '../../records/tenants/ledger.ts'
import { tenants } from '../../records/tenants/tenants.ts'
import { workspaces } from '../../records/workspaces/workspaces.ts'
import type { Connection } from '../../store/connection.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import type { ResourceKind, StepJob } from '../resource.ts'
import { apiKeyResource } from './api-key-resource.ts'
import type { Faults } from './faults.ts'
import { limitsResource } from './limits-resource.ts'
import { provisioningEffects } from './steps.ts'
import { tenantResource } from './tenant-resource.ts'
import { workspaceResource } from './workspace-resource.ts'

const limits = { seats: 2, projects: 3, requestsPerMonth: 10_000, storageBytes: 1_000_000_000 }
const agents = { key: 'agents', name: 'Agent', summary: 'May run agents in projects.', count: 1 }
const order: ProvisioningInput = {
  runId: 'onb_1',
  tenantId: 'ten_1',
  company: 'Fernhill Studio',
  person: { email: 'mara@fernhill.studio', name: 'Mara Lindqvist', role: 'designer', locale: 'en' },
  passwordRef: 'pwd_1',
  plan: { key: 'free', name: 'Free', seats: 2, limits, licences: [agents] },
  catalogueVersion: '1',
}

let folder: string
let world: Awaited<ReturnType<typeof open>>
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'provisioning-'))
  world = await open(folder)
})
afterEach(() => {
  world.files.close()
  rmSync(folder, { recursive: true })
})

describe('a run over the resource kinds', () => {
  it('makes everything once, though every step is tried twice', async () => {
    const facts = await runAll()
    expect(facts).toEqual({ userId: 'usr_1', slug: 'fernhill-studio' })
    expect(await world.records.get('ten_1')).toMatchObject({ slug: 'fernhill-studio', seatsUsed: 1, planName: 'Free' })
    expect(await world.files.limits('ten_1')).toEqual(limits)
    expect(await world.pools.pools('ten_1')).toEqual([{ ...agents, used: 0 }])
    expect(await world.files.licences('ten_1')).toMatchObject([{ key: 'agents', count: 1, members: [] }])
    expect(await world.keys.reveal('ten_1')).toMatch(/^tn_live_/)
    const entries = (await world.entries.of('ten_1')).map(({ kind, status }) => [kind, status])
    expect(Object.fromEntries(entries)).toEqual(Object.fromEntries(stepKeys.map((key) => [key, 'present'])))
  })

  it('finds every step sound, and by probing what is there', async () => {
    const facts = await runAll()
    for (const step of stepKeys) {
      expect((await world.effects.verifyStep(job(step, facts))).output).toEqual({ sound: true })
      expect((await world.effects.probeStep(job(step, facts))).output).toMatchObject({ found: 'present' })
    }
  })

  it('leaves nothing when taken back, last made first, again and again', async () => {
    await runAll()
    for (let time = 0; time < 2; time++)
      for (const step of stepKeys.toReversed()) await world.commit(await world.effects.compensateStep(job(step)))
    expect(await world.records.get('ten_1')).toBeNull()
    expect(await world.files.exists('ten_1')).toBe(false)
    expect(await world.pools.pools('ten_1')).toEqual([])
    expect(await world.keys.list('ten_1')).toEqual([])
    expect(new Set((await world.entries.of('ten_1')).map(({ status }) => status))).toEqual(new Set(['released']))
    for (const step of stepKeys) expect((await world.effects.probeStep(job(step))).output).toEqual({ found: 'absent' })
  })

  it('can be run again after it was taken back', async () => {
    await runAll()
    for (const step of stepKeys.toReversed()) await world.commit(await world.effects.compensateStep(job(step)))
    expect(await runAll()).toMatchObject({ slug: 'fernhill-studio' })
  })

  it('writes down what it is about to make before it makes it', async () => {
    world.faults.before = () => {
      throw new Error('the disk is full')
    }
    await expect(world.effects.executeStep(job('workspace'))).rejects.toThrow('the disk is full')
    expect(await world.entries.find('onb_1/workspace')).toMatchObject({ status: 'intended' })
    expect(await world.files.exists('ten_1')).toBe(false)
  })

  it('fails with the record’s own code', async () => {
    const attempt = world.effects.executeStep(job('limits'))
    await expect(attempt).rejects.toMatchObject({ name: 'EffectError', code: 'workspace.absent' })
  })

  it('finishes the order with its last essential step', async () => {
    const facts = await runAll()
    expect((await world.effects.verifyStep(job('limits', facts))).writes).toEqual([])
    await world.commit(await world.effects.verifyStep(job('apiKey', facts)))
    expect((await world.records.get('ten_1'))?.readyAt).toBe(Date.UTC(2026, 10, 23))
  })

  it('does not take a workspace without its tables for a workspace', async () => {
    await world.files.create('ten_1')
    openDatabase(join(folder, 'ten_1', 'workspace.db')).exec('drop table crossing')
    const one = job('workspace', { userId: 'usr_1' })
    expect((await world.effects.probeStep(one)).output).toEqual({ found: 'absent' })
    await world.effects.executeStep(one)
    expect((await world.effects.verifyStep(one)).output).toEqual({ sound: true })
  })
})

async function runAll(): Promise<Facts> {
  let facts: Facts = {}
  for (const step of stepKeys) {
    await world.effects.executeStep(job(step, facts))
    const fact = await world.effects.executeStep(job(step, facts))
    await world.commit(fact)
    facts = { ...facts, ...fact.output }
  }
  return facts
}

function job(step: StepKey, facts: Facts = {}): StepJob {
  const signal = new AbortController().signal
  return { input: { step, order, facts }, identity: `onb_1/${step}`, attempt: 1, signal, progress() {} }
}

async function open(folder: string) {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const parts = { connection, now: () => Date.UTC(2026, 10, 23), secret: 'a secret for tests' }
  const faults: Faults = { before() {} }
  const records = tenants(parts)
  const files = workspaces({ folder, now: parts.now })
  const keys = apiKeys(parts)
  const pools = licences(parts)
  const entries = ledger(parts)
  const effects = provisioningEffects({
    kinds: {
      account: pretended({ userId: 'usr_1' }),
      tenant: tenantResource(records),
      workspace: workspaceResource(files),
      limits: limitsResource(files, pools),
      apiKey: apiKeyResource(keys),
      welcome: pretended({}),
    },
    ledger: entries,
    completed: ({ tenantId }) => [records.markReady(tenantId)],
    faults,
  })
  return { records, files, keys, pools, entries, effects, faults, commit: committer(connection) }
}

const committer =
  (connection: Connection) =>
  async ({ writes = [] }: { writes?: readonly Write[] }) =>
    expect(await connection.write(writes)).toEqual({ result: 'written' })

/** Stands for a kind another service makes. */
function pretended(facts: Facts): ResourceKind {
  let made = false
  return {
    async execute() {
      made = true
      return { output: facts }
    },
    probe: async () => ({ output: made ? { found: 'present', facts } : { found: 'absent' } }),
    verify: async () => ({ output: { sound: made } }),
    async compensate() {
      made = false
      return { output: { released: true } }
    },
  }
}
