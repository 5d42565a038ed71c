/** Usage under several processes, and under one that is killed: what was taken is counted, and counted once. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { workspaces } from './workspaces.ts'

const limits = { seats: 2, projects: 3, requestsPerMonth: 1_000_000, storageBytes: 1000 }
const BATCHES = 60
const EACH = 20

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usage-processes-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function made(requestsPerMonth = limits.requestsPerMonth) {
  const records = workspaces({ folder, now: () => Date.UTC(2026, 10, 15) })
  await records.create('ten_1')
  await records.setLimits('ten_1', { ...limits, requestsPerMonth })
  records.close()
}
async function counted() {
  const records = workspaces({ folder, now: () => Date.UTC(2026, 10, 15) })
  const [month] = await records.meterMonths('ten_1', 'requests', ['2026-11'])
  records.close()
  return month!.quantity
}
/** Sends the batches; `taken` says after each how many were acknowledged. */
function ingester(taken: (batches: number, child: ChildProcess) => void = () => {}) {
  const script = join(import.meta.dirname, 'testing', 'ingester.ts')
  const child = spawn(process.execPath, [script, folder, String(BATCHES), String(EACH)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => taken(Number(text.trim().split('\n').at(-1)), child))
  return once(child, 'exit')
}

describe('usage', { timeout: 60_000 }, () => {
  it('that three processes send at once is counted once', async () => {
    await made()
    const exits = await Promise.all([ingester(), ingester(), ingester()])
    expect(exits.map(([code]) => code as number)).toEqual([0, 0, 0])
    expect(await counted()).toBe(BATCHES * EACH)
  })

  it('never passes a hard limit, however many processes send', async () => {
    await made(BATCHES * EACH - 7)
    await Promise.all([ingester(), ingester()])
    expect(await counted()).toBe(BATCHES * EACH - 7)
  })

  it('that was acknowledged outlives a kill, and is not doubled when all is sent again', async () => {
    await made()
    let acknowledged = 0
    const [, signal] = (await ingester((batches, child) => {
      acknowledged = batches
      if (batches >= 5) child.kill('SIGKILL')
    })) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
    expect(acknowledged).toBeLessThan(BATCHES)
    const afterKill = await counted()
    expect(afterKill).toBeGreaterThanOrEqual(acknowledged * EACH)
    // a batch is there whole or not at all
    expect(afterKill % EACH).toBe(0)
    await ingester()
    expect(await counted()).toBe(BATCHES * EACH)
  })
})
