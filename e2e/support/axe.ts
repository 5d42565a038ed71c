/** Runs axe in a page and in each of its frames that lets it, and looks for sideways scrolling. */
import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright'

/** Rules for whole pages; a mail stands in its reader's. */
const pageRules = ['region', 'landmark-one-main']

/** What axe found, one line each; none when all is well. */
export async function violations(page: Page, isPage = true): Promise<string[]> {
  const found: string[] = []
  for (const frame of framesOf(page)) {
    // evaluated rather than added as a script, which the page's own policy would refuse
    await frame.evaluate(axe.source)
    found.push(...(await frame.evaluate(check, isPage ? [] : pageRules)))
  }
  return found
}

async function check(without: string[]): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } }
  // each frame is looked at by itself: across origins axe would need to be let in by both
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
  const { violations } = await axe.run(document, { iframes: false, resultTypes: ['violations'], rules })
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}\n  ${html.slice(0, 200)}`))
}

/** How many pixels of a page, or of a frame in it, lie to the right of what can be seen. */
export async function sidewaysScroll(page: Page): Promise<number> {
  const measure = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  const hidden = await Promise.all(framesOf(page).map((frame) => frame.evaluate(measure)))
  return Math.max(...hidden)
}

/** A kept mail stands in a frame that runs no script, not even ours. */
const framesOf = (page: Page) => page.frames().filter((one) => one.url() !== 'about:srcdoc')
