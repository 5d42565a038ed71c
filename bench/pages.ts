/**
 * How soon every page of the portal shows its largest piece (Largest Contentful Paint, W3C), in Chromium against the real
 * process on this machine, with an empty cache. The middle of three visits counts.
 */
import { chromium, type Page } from 'playwright'
import { server } from '../e2e/support/server.ts'
import { signUp } from '../e2e/support/life.ts'
import { resolveChromium } from '../scripts/chromium.ts'

const pages = [
  '',
  'team',
  'billing',
  'notifications',
  'leave',
  ...['profile', 'workspace', 'notifications', 'sessions', 'api-keys', 'integrations', 'audit'].map(
    (section) => `settings/${section}`,
  ),
  'sign-in',
] as const

export interface PageTime {
  readonly page: string
  readonly lcpMs: number
}

const VISITS = 3
/** Long enough that nothing larger comes. */
const SETTLE_MS = 1200

export async function pageTimes(): Promise<PageTime[]> {
  const home = await server()
  await home.start()
  const browser = await chromium.launch({
    executablePath: await resolveChromium(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  try {
    const { cookie } = await signUp(home, 'mara@fernhill.studio')
    const [name = '', value = ''] = cookie.split(/=(.*)/s)
    const times: PageTime[] = []
    for (const path of pages) {
      const visits: number[] = []
      for (let visit = 0; visit < VISITS; visit++) {
        const context = await browser.newContext()
        if (path !== 'sign-in') await context.addCookies([{ name, value, url: home.url }])
        visits.push(await largestPaint(await context.newPage(), `${home.url}/portal/${path}`))
        await context.close()
      }
      const middle = visits.toSorted((a, b) => a - b)[Math.floor(VISITS / 2)]!
      times.push({ page: `/portal/${path}`, lcpMs: Math.round(middle) })
    }
    return times
  } finally {
    await browser.close()
    await home.remove()
  }
}

async function largestPaint(page: Page, url: string): Promise<number> {
  await page.addInitScript(() => {
    const seen = globalThis as { largest?: number }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.largest = entry.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
  await page.goto(url)
  await page.waitForTimeout(SETTLE_MS)
  const largest = await page.evaluate(() => (globalThis as { largest?: number }).largest)
  if (largest === undefined) throw new Error(`${url} painted nothing.`)
  return largest
}
