/** A person without a mouse: they press Tab until they are where they want to be, and see where that is. */
import type { Locator, Page } from 'playwright'

/** More stops than any page of ours has. */
const MOST_STOPS = 40

/** Whether the focus is on it. */
export const hasFocus = (where: Locator): Promise<boolean> =>
  where.evaluate((element) => element === element.ownerDocument.activeElement)

/** Presses Tab until the focus is there. Throws when it never is, or when a stop on the way cannot be seen. */
export async function tabTo(page: Page, where: Locator): Promise<void> {
  await where.waitFor()
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    const unseen = await unseenStop(page)
    if (unseen) throw new Error(`The focus is on something, but nothing shows it: ${unseen}`)
    if (await hasFocus(where)) return
  }
  throw new Error(`Tab never led to ${String(where)}.`)
}

/** The focused element, as text, when it looks the same without the focus; null when it can be seen. */
const unseenStop = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const stop = document.activeElement
    // between the last stop and the first the browser's own controls have their turn
    if (!(stop instanceof HTMLElement) || stop === document.body) return null
    // a radio's ring is drawn around its label, the code's around one of its boxes
    const drawn = [stop, stop.closest('label'), ...(stop.parentElement?.children ?? [])]
    const look = () =>
      drawn.map((element) => {
        if (!element) return ''
        const { outline, boxShadow, clipPath } = getComputedStyle(element)
        return outline + boxShadow + clipPath
      })
    const focused = look().join()
    stop.blur()
    const rest = look().join()
    stop.focus()
    return focused === rest ? stop.outerHTML.slice(0, 200) : null
  })
