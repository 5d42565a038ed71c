/** A team administrator manages licences: gives the one there is, sees whose it is, and takes it back, by the keyboard. */
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { sidewaysScroll, violations } from './support/axe.ts'
import { it, served } from './support/journey.ts'
import { moveIn } from './support/member.ts'
import { address, title } from './support/sign-up.ts'

const home = served()

describe('the one licence of a small team', () => {
  it('is given, seen, told to the product, and taken back without a mouse', async ({ arrive }) => {
    const owner = await moveIn(home(), await arrive(), address('owner'))
    const key = await apiKey(owner)
    await owner.getByRole('link', { name: 'Team' }).click()
    await title(owner, 'Team').waitFor()
    const card = owner.getByRole('region', { name: 'Licences' })
    await card.getByText('0 of 1 given').waitFor()
    const row = owner.getByRole('row', { name: /Mara/ })

    await choose(owner, 'Give an Agent licence')
    await card.getByText('1 of 1 given').waitFor()
    await card.getByText('To give another, take 1 back').waitFor()
    await row.getByText('Agent', { exact: true }).waitFor()
    const [agents] = await told(key)
    expect(agents).toMatchObject({ key: 'agents', name: 'Agent', count: 1, members: [{ id: expect.any(String) }] })
    await owner.reload()
    await row.getByText('Agent', { exact: true }).waitFor()

    await choose(owner, 'Take the Agent licence back')
    await card.getByText('0 of 1 given').waitFor()
    await row.getByText('Agent', { exact: true }).waitFor({ state: 'detached' })
    expect(await told(key)).toMatchObject([{ members: [] }])

    await owner.setViewportSize({ width: 390, height: 844 })
    expect([await violations(owner), await sidewaysScroll(owner)]).toEqual([[], 0])

    await owner.goto(`${home().url}/portal/settings/audit`)
    await owner.getByText(/Give Mara.* the licence Agent/).waitFor()
    await owner.getByText(/Take the licence Agent back from Mara/).waitFor()
  })
})

/** Opens the owner's dots and chooses from them, by the keyboard alone. */
async function choose(page: Page, item: string) {
  const dots = page.getByRole('button', { name: /^Actions for Mara/ })
  await dots.focus()
  await page.keyboard.press('Enter')
  const chosen = page.getByRole('menuitem', { name: item })
  await chosen.waitFor()
  await expect.poll(() => chosen.evaluate((one) => one === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await expect.poll(() => dots.evaluate((one) => one === document.activeElement)).toBe(true)
}

/** The workspace's key, as its owner sees it once. */
async function apiKey(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Show the key' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your API key' })
  const key = await dialog.getByText(/^tn_live_/).innerText()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  return key
}

async function told(key: string): Promise<unknown[]> {
  const answer = await fetch(`${home().url}/v1/licences`, { headers: { authorization: `Bearer ${key}` } })
  return ((await answer.json()) as { licences: unknown[] }).licences
}
