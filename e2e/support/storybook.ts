/** Storybook as designers open it: built from what stands here, and served on a port of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import Fastify from 'fastify'
import { freePort } from './ports.ts'

const root = join(import.meta.dirname, '..', '..')

export async function storybook() {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-storybook-'))
  await build(folder)
  const app = Fastify({ forceCloseConnections: true })
  await app.register(fastifyStatic, { root: folder })
  const url = await app.listen({ port: await freePort(), host: '127.0.0.1' })
  return {
    url,
    async close() {
      await app.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function build(folder: string): Promise<void> {
  const tool = join(root, 'node_modules', 'storybook', 'dist', 'bin', 'dispatcher.js')
  const builder = spawn(process.execPath, [tool, 'build', '--output-dir', folder, '--quiet'], {
    cwd: root,
    // vitest sets it to `test`, with which React would be its development self
    env: { ...process.env, NODE_ENV: 'production', STORYBOOK_DISABLE_TELEMETRY: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  builder.stdout.on('data', (text: Buffer) => (output += text))
  builder.stderr.on('data', (text: Buffer) => (output += text))
  const [code] = (await once(builder, 'exit')) as [number]
  if (code !== 0) throw new Error(`Storybook does not build:\n${output}`)
}
