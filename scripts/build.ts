/** `npm run build`: builds into `dist` what has changed since it was built; `-- --force` builds everything. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, runTool } from './child.ts'
import { type Part, parts, present, readStamps, stale, stampFile } from './parts.ts'

/**
 * Builds what is stale, in a process of its own, so that the bundler's memory is not the server's.
 * Throws when a part does not build. With nothing to do it takes a few milliseconds.
 */
export async function buildIfStale(): Promise<void> {
  if (stale().length === 0) return
  const code = await runTool('node', ['scripts/build.ts'])
  if (code !== 0) throw new Error('The build failed; its messages are above.')
}

async function build(force: boolean): Promise<void> {
  if (force) rmSync(stampFile, { force: true })
  const now = new Set(present())
  for (const part of parts) {
    if (!now.has(part)) console.log(`build: ${part.name} skipped, there is no ${part.needs.join(' or ')} yet`)
  }
  for (const { part, fingerprint } of stale()) {
    const began = performance.now()
    await buildPart(part)
    stamp(part, fingerprint)
    console.log(`build: ${part.name} in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
}

/** Built beside and then moved, so that a failed build leaves the last good one and a running server sees no gap. */
async function buildPart({ name, config, ssr }: Part): Promise<void> {
  const { build: vite } = await import('vite')
  const outDir = join(root, 'dist', `.${name}-${process.pid}`)
  try {
    await vite({
      configFile: join(root, config),
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true, ...(ssr && { ssr: join(root, ssr) }) },
    })
    rmSync(join(root, 'dist', name), { recursive: true, force: true })
    renameSync(outDir, join(root, 'dist', name))
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}

function stamp({ name }: Part, fingerprint: string): void {
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, JSON.stringify({ ...readStamps(), [name]: fingerprint }, null, 2))
}

if (import.meta.main) {
  // vitest sets it to `test`, with which React would be its development self
  process.env.NODE_ENV = 'production'
  await build(process.argv.includes('--force'))
}
