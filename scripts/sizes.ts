/** What a visitor's browser has to load, gzip, against its budget. A file that is missing is a failure, not a zero. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './child.ts'

export interface Size {
  readonly what: string
  /** Bytes after gzip at level 9, as a server with static compression would send. */
  readonly bytes: number
  readonly budget: number
  readonly files: readonly string[]
}

const KIB = 1024

interface Manifest {
  [source: string]: { file: string; imports?: string[]; css?: string[]; isEntry?: boolean }
}

/** Throws when there is nothing to measure. `folder` is `dist`, or another for a test. */
export function sizes(folder = join(root, 'dist')): Size[] {
  const { scripts, styles } = entryOf(join(folder, 'frame'))
  return [
    measured('embed.js', 1.5 * KIB, [join(folder, 'loader', 'embed.js')]),
    measured('frame script to the first step', 45 * KIB, scripts),
    measured('frame style', 12 * KIB, styles),
  ]
}

/** What the entry needs before it runs: itself and what it imports statically. */
function entryOf(folder: string) {
  const manifest = JSON.parse(read(join(folder, '.vite', 'manifest.json')).toString()) as Manifest
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry)
  if (!entry) throw new Error(`${folder} has no entry to measure.`)
  const chunks = new Set([entry])
  for (const chunk of chunks) for (const name of chunk.imports ?? []) chunks.add(manifest[name]!)
  const under = (file: string) => join(folder, file)
  return {
    scripts: [...chunks].map(({ file }) => under(file)),
    styles: [...chunks].flatMap(({ css = [] }) => css).map(under),
  }
}

function measured(what: string, budget: number, files: readonly string[]): Size {
  if (files.length === 0) throw new Error(`There is no file for '${what}' to measure. Build first: npm run build`)
  const bytes = files.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0)
  return { what, bytes, budget, files }
}

function read(file: string): Buffer {
  if (!existsSync(file)) throw new Error(`${file} is missing. Build first: npm run build`)
  return readFileSync(file)
}
