/** What is built, from what, and whether that has changed since. */
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './child.ts'

/** One thing to build into `dist/<name>`. */
export interface Part {
  readonly name: 'portal' | 'frame' | 'leaving' | 'loader' | 'inspect' | 'stripe-js' | 'mail'
  /** Without all of these there is nothing to build yet. */
  readonly needs: readonly string[]
  /** Vite's configuration. */
  readonly config: string
  /** Entry of a build for Node, rather than for a browser. */
  readonly ssr?: string
  /** Folders and files whose content decides whether it is stale. */
  readonly sources: readonly string[]
}

const browser = ['machines', 'ui', 'widget', 'server/api', 'package-lock.json', 'tsconfig.json'] as const
const templates = 'server/services/notification/templates'

/** Everything there is to build. The loader comes after the frame, whose address it embeds. */
export const parts: readonly Part[] = [
  {
    name: 'portal',
    needs: ['vite.config.ts', 'portal/index.html'],
    config: 'vite.config.ts',
    sources: [...browser, 'portal', 'vite.config.ts'],
  },
  { name: 'frame', needs: ['widget/vite.frame.config.ts'], config: 'widget/vite.frame.config.ts', sources: browser },
  {
    name: 'leaving',
    needs: ['widget/vite.leaving.config.ts'],
    config: 'widget/vite.leaving.config.ts',
    sources: browser,
  },
  { name: 'loader', needs: ['widget/vite.loader.config.ts'], config: 'widget/vite.loader.config.ts', sources: browser },
  {
    name: 'inspect',
    needs: ['widget/vite.inspect.config.ts'],
    config: 'widget/vite.inspect.config.ts',
    sources: [...browser, 'docs/flows'],
  },
  {
    name: 'stripe-js',
    needs: ['sandbox/stripe-js/vite.config.ts'],
    config: 'sandbox/stripe-js/vite.config.ts',
    sources: ['sandbox/stripe-js', 'package-lock.json', 'tsconfig.json'],
  },
  {
    name: 'mail',
    needs: [`${templates}/index.tsx`],
    config: 'server/services/notification/vite.mail.config.ts',
    ssr: `${templates}/index.tsx`,
    sources: [
      templates,
      'server/services/notification/vite.mail.config.ts',
      'ui',
      'machines/vocabulary',
      'package-lock.json',
    ],
  },
]

/** Where the fingerprints of what stands in `dist` are kept. */
export const stampFile = join(root, 'dist/.stamp')

/** The parts that can be built now. */
export const present = (): Part[] => parts.filter(({ needs }) => needs.every((file) => existsSync(join(root, file))))

/** The present parts whose sources are not those of what stands in `dist`, with the fingerprint they would have. */
export function stale(): { part: Part; fingerprint: string }[] {
  const stamps = readStamps()
  return present()
    .map((part) => ({ part, fingerprint: fingerprintOf(part) }))
    .filter(({ part, fingerprint }) => stamps[part.name] !== fingerprint || !existsSync(join(root, 'dist', part.name)))
}

/** The fingerprints last written; none when there are none, or they cannot be read. */
export function readStamps(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return {}
  }
}

/** By content, as a checkout changes every file's time. Tests build nothing. */
function fingerprintOf({ sources }: Part): string {
  const hash = createHash('sha256')
  const files = sources.flatMap((source) => [source, ...globSync(`${source}/**/*`, { cwd: root })])
  for (const file of files.filter((name) => /\.\w+$/.test(name) && !/\.test\.tsx?$/.test(name)).toSorted()) {
    if (existsSync(join(root, file)))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0')
  }
  return hash.digest('hex')
}
