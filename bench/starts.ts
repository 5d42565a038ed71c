/** How long `npm start` takes until it answers: with everything built, and on a fresh clone with nothing installed. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/child.ts'

const PORT = '3970'
const PATIENCE_MS = 300_000

/** Seconds from the command to the first ready answer. */
async function startIn(folder: string): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tenure-start-'))
  const began = performance.now()
  const env = { ...process.env, PORT, DATA_DIR: dataDir, NODE_ENV: 'development' }
  const child = spawn('npm', ['start'], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  let trouble = ''
  child.stderr.on('data', (text: Buffer) => (trouble += text))
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${PORT}/readyz`).catch(() => null)
      if (answer?.ok) return (performance.now() - began) / 1000
      if (performance.now() - began > PATIENCE_MS || child.exitCode !== null)
        throw new Error(`npm start did not come up:\n${trouble}`)
      await new Promise((done) => setTimeout(done, 50))
    }
  } finally {
    const ended = new Promise((done) => child.once('exit', done))
    if (child.pid) process.kill(-child.pid, 'SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export const laterStart = (): Promise<number> => startIn(root)

/** What is committed, cloned into an empty folder. npm's cache is as it is. */
export async function freshStart(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-clone-'))
  try {
    spawnSync('git', ['clone', '--quiet', root, folder], { stdio: 'inherit' })
    return await startIn(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
