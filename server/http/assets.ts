/** Built files and their names: the frame's script and style as the build called them, the portal, the loader. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The repository's root, from wherever the server was started. */
export const projectRoot = join(import.meta.dirname, '..', '..')

/** Where the build leaves its files. */
export const buildFolder = join(projectRoot, 'dist')

/** The type of every page of ours. */
export const interPath = join(
  projectRoot,
  'node_modules/@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2',
)

export interface FrameAssets {
  readonly script: string
  readonly styles: readonly string[]
}

interface Manifest {
  [source: string]: { file: string; css?: string[]; isEntry?: boolean }
}

/** Each embedded flow has a build of its own: nobody who signs up loads what leaving needs. */
const folders = { onboarding: 'frame', offboarding: 'leaving' } as const
export type EmbeddedFlow = keyof typeof folders

/** Throws when the frame has not been built. */
export function frameAssets(built: string, flow: EmbeddedFlow): FrameAssets {
  const folder = join(built, folders[flow])
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Manifest
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry)
  if (!entry) throw new Error(`${folder} has no entry. Build it: npm run build`)
  return { script: `/embed/${entry.file}`, styles: (entry.css ?? []).map((file) => `/embed/${file}`) }
}
