/**
 * How soon a picture of a chart stands: from mounting it to the second frame after, as built for production, in Chromium
 * on this machine. The best of five counts: the others tell how busy the machine was.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { resolveChromium } from '../scripts/chromium.ts'
import { root } from '../scripts/child.ts'

export interface PictureTime {
  readonly picture: string
  /** Of five mounts, the quickest first. */
  readonly ms: readonly number[]
  /** What the quickest may take on two quiet, slow cores. */
  readonly withinMs: number
}

/** As `bench/pictures-page.tsx` leaves it in its window. */
export interface PicturesPage {
  readonly measure: (picture: string) => Promise<number>
}

const RUNS = 5
const limits = { account: 100, large: 200 }

export async function pictureTimes(): Promise<PictureTime[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  const browser = await chromium.launch({
    executablePath: await resolveChromium(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  try {
    await buildPage(folder)
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.setContent('<style>html, body, #root { height: 100%; margin: 0 }</style><div id="root"></div>')
    await page.addStyleTag({ path: join(folder, 'page.css') })
    await page.addScriptTag({ path: join(folder, 'page.js') })
    const times: PictureTime[] = []
    for (const [picture, withinMs] of Object.entries(limits)) {
      const ms: number[] = []
      for (let run = 0; run < RUNS; run++) {
        ms.push(await page.evaluate((name) => (globalThis as unknown as PicturesPage).measure(name), picture))
      }
      times.push({ picture, ms: ms.toSorted((one, other) => one - other), withinMs })
    }
    return times
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function buildPage(outDir: string): Promise<void> {
  const { build } = await import('vite')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    // a test's NODE_ENV would make it React's development self
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      lib: {
        entry: 'bench/pictures-page.tsx',
        formats: ['iife'],
        name: 'pictures',
        fileName: () => 'page.js',
        cssFileName: 'page',
      },
    },
  })
}
