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
  [source: string]: Chunk
}
interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
  isEntry?: boolean
}

/** Where each piece that is loaded later begins. By the time there is something to pay, the later steps are there. */
const pieces = { later: 'onboarding/LaterScreen.tsx', payment: 'payment/Payment.tsx' } as const

/** Throws when there is nothing to measure. `folder` is `dist`, or another for a test. */
export function sizes(folder = join(root, 'dist')): Size[] {
  const { scripts, styles, payment } = frameIn(join(folder, 'frame'))
  return [
    measured('embed.js', 1.5 * KIB, [join(folder, 'loader', 'embed.js')]),
    measured('frame script to the first step', 45 * KIB, scripts),
    // with the provider's own React library; Stripe.js itself comes from Stripe
    measured('payment step script', 15 * KIB, payment),
    measured('frame style', 12 * KIB, styles),
    measured('leaving script to the first step', 45 * KIB, firstScripts(join(folder, 'leaving'))),
    measured('portal script to the first page', 150 * KIB, portalScripts(join(folder, 'portal'))),
  ]
}

/** What an embedded flow's entry needs before it runs. */
function firstScripts(folder: string): string[] {
  const manifest = manifestOf(folder)
  return withImports(manifest, entryOf(manifest, folder)).map(({ file }) => join(folder, file))
}

/** What the portal's page asks for before anything is shown; a page's own piece comes with the page. */
function portalScripts(folder: string): string[] {
  const page = read(join(folder, 'index.html')).toString()
  const scripts = page.matchAll(/(?:src|href)="\/portal\/([^"]+\.js)"/g)
  return [...new Set([...scripts].map(([, file]) => join(folder, file!)))]
}

const manifestOf = (folder: string) => JSON.parse(read(join(folder, '.vite', 'manifest.json')).toString()) as Manifest

function entryOf(manifest: Manifest, folder: string): string {
  const entry = Object.keys(manifest).find((name) => manifest[name]!.isEntry)
  if (!entry) throw new Error(`${folder} has no entry to measure.`)
  return entry
}

/** What the entry needs before it runs, and what the payment step adds to all that is there before it. */
function frameIn(folder: string) {
  const manifest = manifestOf(folder)
  const entry = entryOf(manifest, folder)
  const first = withImports(manifest, entry)
  const before = new Set([...first, ...withImports(manifest, pieces.later)])
  const payment = withImports(manifest, pieces.payment).filter((chunk) => !before.has(chunk))
  const under = (file: string) => join(folder, file)
  return {
    scripts: first.map(({ file }) => under(file)),
    styles: first.flatMap(({ css = [] }) => css).map(under),
    payment: payment.map(({ file }) => under(file)),
  }
}

/** A chunk and all it imports statically; none when there is no such chunk. */
function withImports(manifest: Manifest, name: string): Chunk[] {
  const names = new Set([name])
  for (const one of names) for (const imported of manifest[one]?.imports ?? []) names.add(imported)
  return [...names].flatMap((one) => manifest[one] ?? [])
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
