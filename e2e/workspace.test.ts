/** What a member does on an ordinary day: projects, the API key, notices. Two tabs see the same. */
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { it, served } from './support/journey.ts'
import { moveIn } from './support/member.ts'
import { address, title } from './support/sign-up.ts'

const home = served()
const project = (page: Page, name: string) => page.getByRole('rowheader', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')

describe('projects', () => {
  it('are created, renamed and deleted', async ({ arrive }) => {
    const page = await moveIn(home(), await arrive(), address('projects'))
    await create(page, 'Website')
    await page.getByText('1 of 3', { exact: true }).first().waitFor()

    await act(page, 'Website', 'Rename')
    await dialog(page).getByLabel('Name').fill('Journal')
    await dialog(page).getByRole('button', { name: 'Save name' }).click()
    await project(page, 'Journal').waitFor()

    await act(page, 'Journal', 'Delete')
    await page.getByRole('button', { name: 'Keep Journal' }).click()
    await act(page, 'Journal', 'Delete')
    await page.getByRole('button', { name: 'Delete project' }).click()
    await page.getByRole('heading', { name: 'Create your first project' }).waitFor()
  })

  it('need a name of their own', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(/40[09] \((Bad Request|Conflict)\)/)
    const page = await moveIn(home(), visit, address('names'))
    await create(page, 'Website')
    await page.getByRole('button', { name: 'New project' }).click()
    await dialog(page).getByRole('button', { name: 'Create project' }).click()
    await dialog(page).getByText('The project has no name.').waitFor()
    await dialog(page).getByLabel('Name').fill(' website ')
    await dialog(page).getByRole('button', { name: 'Create project' }).click()
    await dialog(page).getByText('Another project has this name.').waitFor()
    expect(await dialog(page).getByLabel('Name').inputValue()).toBe(' website ')
    expect(
      await dialog(page)
        .getByLabel('Name')
        .evaluate((field) => field === document.activeElement),
    ).toBe(true)
  })

  it('are three on Free, and the fourth is told why, even from a tab that did not know', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(/409 \(Conflict\)/)
    const page = await moveIn(home(), visit, address('three'))
    await create(page, 'Website')
    await create(page, 'Shop')
    const other = await visit.newTab()
    await other.goto(`${home().url}/portal/`)
    await other.getByRole('button', { name: 'New project' }).click()
    await dialog(other).getByLabel('Name').fill('Archive')

    await create(page, 'Journal')
    await page.getByText('All 3 are in use. Delete one you no longer need to make room for another.').waitFor()
    expect(await page.getByRole('button', { name: 'New project' }).getAttribute('aria-disabled')).toBe('true')
    await other.bringToFront()
    await dialog(other).getByRole('button', { name: 'Create project' }).click()
    await dialog(other).getByText('All projects of your plan are in use.').waitFor()
  })

  it('show up in another tab at once, and a change made there first is not overwritten', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(/409 \(Conflict\)/)
    const page = await moveIn(home(), visit, address('tabs'))
    const other = await visit.newTab()
    await other.goto(`${home().url}/portal/`)
    await other.getByRole('heading', { name: 'Create your first project' }).waitFor()
    await create(page, 'Website')
    await project(other, 'Website').waitFor()

    await act(other, 'Website', 'Rename')
    await act(page, 'Website', 'Rename')
    await dialog(page).getByLabel('Name').fill('Journal')
    await dialog(page).getByRole('button', { name: 'Save name' }).click()
    await project(page, 'Journal').waitFor()
    await other.bringToFront()
    await dialog(other).getByLabel('Name').fill('Shop')
    await dialog(other).getByRole('button', { name: 'Save name' }).click()
    await dialog(other).getByText('Someone changed this before you.').waitFor()
    await dialog(other).getByRole('button', { name: 'Keep the name' }).click()
    await project(other, 'Journal').waitFor()
  })
})

describe('the API key', () => {
  it('is shown once, and counts requests live', async ({ arrive }) => {
    const visit = await arrive()
    const page = await moveIn(home(), visit, address('key'))
    await page.getByText('No requests yet').waitFor()
    await page.getByRole('button', { name: 'Show the key' }).click()
    const first = await shownKey(page)
    expect(await ping(first)).toEqual([200, { ok: true, requestsThisMonth: 1 }])
    expect(await ping(first)).toEqual([200, { ok: true, requestsThisMonth: 2 }])
    await page.getByRole('img', { name: /^2 requests in .* so far/ }).waitFor()

    expect(await page.getByRole('button', { name: 'Show the key' }).count()).toBe(0)
    await page.getByText('It was shown once; we keep only its fingerprint.').waitFor()
    expect(await revealAgain(page)).toBe('apiKey.shown')
  })

  const ping = async (key: string): Promise<[number, unknown]> => {
    const answer = await fetch(`${home().url}/v1/ping`, { headers: { authorization: `Bearer ${key}` } })
    return [answer.status, await answer.json()]
  }
  /** As a page would that has not heard yet. */
  const revealAgain = async (page: Page): Promise<string> => {
    const me = await page.request.get(`${home().url}/trpc/session.me`)
    const { result } = (await me.json()) as { result: { data: { tenants: { id: string }[] } } }
    const data = { tenant: result.data.tenants[0]!.id }
    const answer = await page.request.post(`${home().url}/trpc/tenant.revealApiKey`, { data })
    return ((await answer.json()) as { error: { data: { reason: string } } }).error.data.reason
  }
})

it('marks a notice as read, in every tab', async ({ arrive }) => {
  const visit = await arrive()
  const page = await moveIn(home(), visit, address('notices'))
  const other = await visit.newTab()
  await other.goto(`${home().url}/portal/`)
  await other.getByRole('button', { name: 'Notifications, 1 unread' }).click()
  await title(other, 'Notifications').waitFor()
  await other.getByRole('button', { name: 'Mark as read: Fernhill Studio is ready' }).click()
  await other.getByText('All read.').waitFor()
  await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor()
})

// a tab behind another draws seldom, and a dialog's way in then takes seconds
async function create(page: Page, name: string) {
  await page.bringToFront()
  await page.getByRole('button', { name: 'New project' }).click()
  await dialog(page).getByLabel('Name').fill(name)
  await dialog(page).getByRole('button', { name: 'Create project' }).click()
  await project(page, name).waitFor()
}

async function act(page: Page, name: string, what: string) {
  await page.bringToFront()
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: what }).click()
}

/** Reads the key off its dialog and closes it. */
async function shownKey(page: Page): Promise<string> {
  await page.getByRole('dialog', { name: 'Your API key' }).waitFor()
  const key = await dialog(page)
    .getByText(/^tn_live_/)
    .innerText()
  expect(await dialog(page).getByText('curl').innerText()).toContain(`/v1/ping -H "Authorization: Bearer ${key}"`)
  await page.getByRole('button', { name: 'I have stored it' }).click()
  return key
}
