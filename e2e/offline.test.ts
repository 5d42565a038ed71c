/** The line is down, or a piece of the page is gone. People are told, keep what they typed, and go on. */
import type { Page } from 'playwright'
import { beforeEach, describe, expect } from 'vitest'
import { it, served } from './support/journey.ts'
import { moveIn } from './support/member.ts'
import { address, begin, fillProfile, giveAddress, mara, prove, steps, takeFree, title } from './support/sign-up.ts'

const home = served()
// a try that failed half way may have left it down
beforeEach(async () => {
  if (!home().alive()) await home().start()
})

const UNREACHABLE = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/
const noConnection = (page: Page) => page.getByRole('alert').getByText('There is no connection to our server.')

/** Lets the page's own clock run ahead until something shows; its requests stay as they are. */
async function waitingFor(page: Page, what: ReturnType<Page['getByText']>) {
  await expect
    .poll(
      async () => {
        await page.clock.fastForward(1000)
        return what.isVisible()
      },
      { timeout: 15_000 },
    )
    .toBe(true)
}

describe('a server that is down', () => {
  it('is said to the person who fills in the sign-up; back again, nothing they typed is lost', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(UNREACHABLE)
    const { page } = visit
    const person = mara('down')
    await page.clock.install()
    await page.goto(`${home().url}/signup`)
    await begin(page, person.email)
    await prove(home(), page, person.email)
    await fillProfile(page, person)
    await home().kill()
    await page.getByRole('button', { name: 'Continue' }).click()
    await waitingFor(page, noConnection(page))
    expect(await page.getByLabel('Company').inputValue()).toBe(person.company)

    await home().start()
    await page.getByRole('button', { name: 'Continue' }).click()
    await title(page, steps.plan).waitFor()
    expect(await noConnection(page).count()).toBe(0)
    await takeFree(page)
  })

  it('does not lose the first address either', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(UNREACHABLE)
    const { page } = visit
    await page.clock.install()
    await page.goto(`${home().url}/signup`)
    await title(page, steps.address).waitFor()
    await home().kill()
    await giveAddress(page, address('first-down'))
    await waitingFor(page, noConnection(page))
    await home().start()
    await page.getByRole('button', { name: 'Continue' }).click()
    await title(page, steps.code).waitFor()
  })

  it('is waited for by a page that was opened meanwhile', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(UNREACHABLE)
    const { page } = visit
    await page.clock.install()
    await page.goto(`${home().url}/signup`)
    await begin(page, address('opened'))
    // the page and its pieces come from a cache, as a worker or a proxy may keep them; the API does not
    await page.route('**/trpc/**', (route) => route.abort('connectionrefused'))
    await page.reload()
    await waitingFor(page, title(page, 'We cannot be reached'))
    await page.unroute('**/trpc/**')
    await waitingFor(page, title(page, steps.code))
  })

  it('leaves a member what they were looking at', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(UNREACHABLE)
    const page = await moveIn(home(), visit, address('member-down'))
    await home().kill()
    await page.getByRole('button', { name: 'New project' }).click()
    await page.getByLabel('Name').fill('Website')
    await page.getByRole('button', { name: 'Create project' }).click()
    await page.getByRole('dialog').getByText('There is no connection to our server.').waitFor()
    await home().start()
    await page.getByRole('button', { name: 'Create project' }).click()
    await page.getByRole('rowheader', { name: 'Website' }).waitFor()
  })
})

it('offers to load the page again when a piece of it is gone', async ({ arrive }) => {
  const visit = await arrive()
  visit.expectComplaint(/404 \(Not Found\)/)
  const { page } = visit
  await page.route('**/LaterScreen-*.js', (route) => route.fulfill({ status: 404 }))
  await page.goto(`${home().url}/signup`)
  await giveAddress(page, address('piece'))
  await title(page, 'This page has to load again').waitFor()
  await page.unroute('**/LaterScreen-*.js')
  await page.getByRole('button', { name: 'Load it again' }).click()
  await title(page, steps.code).waitFor()
})
