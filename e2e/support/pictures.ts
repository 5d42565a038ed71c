/** Pictures of a journey, for people: kept only when SCREENSHOTS names a folder for them. */
import { join } from 'node:path'
import type { Page } from 'playwright'

const folder = process.env['SCREENSHOTS']
let taken = 0

/** Takes one of the whole page; they are numbered in the order of the journey. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return
  const path = join(folder, `${String(++taken).padStart(2, '0')}-${name}.png`)
  await page.screenshot({ path, fullPage: true, animations: 'disabled' })
}
