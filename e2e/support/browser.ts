/** A real browser, and visitors in it who notice when a page complains. */
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { resolveChromium } from '../../scripts/chromium.ts'

/**
 * Playwright switches the partitioning of third-party storage off, and then a frame on another site has no storage at
 * all. Of a switch given twice Chromium takes the last.
 */
const asPeopleHaveIt = '--disable-features=Translate'

let shared: Promise<Browser> | null = null

/** One browser for the journeys of a file; each visitor gets a context of their own. */
function browser(): Promise<Browser> {
  shared ??= resolveChromium().then((executablePath) =>
    chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', asPeopleHaveIt] }),
  )
  return shared
}

export async function closeBrowser(): Promise<void> {
  await (await shared)?.close()
  shared = null
}

const PATIENCE_MS = 30_000

export interface Visit {
  readonly context: BrowserContext
  /** The first tab. */
  readonly page: Page
  /** Another tab of the same browser: cookies and storage are shared. */
  newTab(): Promise<Page>
  /** Says that a complaint is part of this journey. */
  expectComplaint(pattern: RegExp): void
  /** What the pages complained about beyond that. A journey ends with none. */
  complaints(): readonly string[]
}

/** A fresh visitor: no cookies, no storage. */
export async function visit(options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await (await browser()).newContext(options)
  context.setDefaultTimeout(PATIENCE_MS)
  const heard: string[] = []
  const expected: RegExp[] = []
  context.on('weberror', (error) => heard.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${message.text()} ${message.location().url}`)
  })
  return {
    context,
    page: await context.newPage(),
    newTab: () => context.newPage(),
    expectComplaint: (pattern) => void expected.push(pattern),
    complaints: () => heard.filter((text) => !expected.some((pattern) => pattern.test(text))),
  }
}
