/** People close tabs, open a second one, read their mail elsewhere. Whatever they do, they are where they were. */
import { describe, expect } from 'vitest'
import { passTime } from './support/clock.ts'
import { it, served } from './support/journey.ts'
import { codeIn, mailTo } from './support/mailbox.ts'
import { address, begin, frameOf, mara, prove, steps, takeFree, tellAboutYou, title } from './support/sign-up.ts'

const home = served()

describe('a tab that was closed', () => {
  it('is found again at each step, by the same browser', async ({ arrive }) => {
    const person = mara('closing')
    const { page, newTab } = await arrive()
    let tab = page
    /** Closes the tab and opens the product's page again. */
    const comeBack = async (at: string | RegExp) => {
      await tab.close()
      tab = await newTab()
      await tab.goto(home().demoUrl)
      await title(frameOf(tab), at).waitFor()
    }
    await tab.goto(home().demoUrl)
    await begin(frameOf(tab), person.email)
    await comeBack(steps.code)
    await prove(home(), frameOf(tab), person.email)
    await comeBack(steps.profile)
    await tellAboutYou(frameOf(tab), person)
    await comeBack(steps.plan)
    await takeFree(frameOf(tab))
    await comeBack('Fernhill Studio is ready')
  })

  it('is followed by a second tab as it happens, while it is open', async ({ arrive }) => {
    const person = mara('two-tabs')
    const { page, newTab } = await arrive()
    await page.goto(`${home().url}/signup`)
    await begin(page, person.email)
    const second = await newTab()
    await second.goto(`${home().url}/signup`)
    await title(second, steps.code).waitFor()

    await prove(home(), page, person.email)
    await title(second, steps.profile).waitFor()
    await tellAboutYou(second, person)
    await title(page, steps.plan).waitFor()
    await takeFree(page)
    await title(second, 'Fernhill Studio is ready').waitFor()
  })
})

it('goes on in the React component where the hosted page was left', async ({ arrive }) => {
  const person = mara('react')
  const { page } = await arrive()
  await page.goto(`${home().url}/signup`)
  await begin(page, person.email)
  await page.goto(`${home().url}/portal/sign-up`)
  await title(page, steps.code).waitFor()
  await prove(home(), page, person.email)
  await tellAboutYou(page, person)
  await takeFree(page)
  await page.getByRole('button', { name: 'Open workspace' }).click()
  await page.waitForURL(`${home().url}/portal/`)
})

it('keeps the profile on the way back from the plans, and asks for no second password', async ({ arrive }) => {
  const person = mara('back')
  const { page } = await arrive()
  await page.goto(`${home().url}/signup`)
  await begin(page, person.email)
  await prove(home(), page, person.email)
  await tellAboutYou(page, person)

  await page.getByRole('button', { name: 'Back' }).click()
  await title(page, steps.profile).waitFor()
  expect(await page.getByLabel('Your name').inputValue()).toBe(person.name)
  expect(await page.getByLabel('Company').inputValue()).toBe(person.company)
  await page.getByText('We keep the one you chose.').waitFor()
  await page.getByLabel('Company').fill('Fernhill Press')
  await page.getByRole('button', { name: 'Continue' }).click()
  await takeFree(page)
  await title(page, 'Fernhill Press is ready').waitFor()
})

describe('the mailed link', () => {
  it('proves the address on another device, once its button is pressed', async ({ arrive }) => {
    const email = address('link')
    const { page } = await arrive()
    const phone = await arrive()
    phone.expectComplaint(/410 \(Gone\)/)
    await page.goto(`${home().url}/signup`)
    await begin(page, email)
    const [link] = (await mailTo(home().url, email, /code/)).links

    // a mail scanner opens every link
    const scanned = await fetch(link!)
    expect(scanned.status).toBe(200)
    await phone.page.goto(link!)
    await page.reload()
    await title(page, steps.code).waitFor()

    await phone.page.getByRole('button', { name: 'Confirm my address' }).click()
    await title(phone.page, 'Your address is confirmed').waitFor()
    await title(page, steps.profile).waitFor()

    await phone.page.goto(link!)
    await phone.page.getByRole('button', { name: 'Confirm my address' }).click()
    await title(phone.page, 'This link no longer works').waitFor()
  })

  it('is dead once a newer code was sent', async ({ arrive }) => {
    const email = address('newer')
    const visit = await arrive()
    visit.expectComplaint(/410 \(Gone\)/)
    const { page, newTab } = visit
    await page.goto(`${home().url}/signup`)
    await begin(page, email)
    const first = await mailTo(home().url, email, /code/)
    await passTime(home(), 30_000)
    await page.getByRole('button', { name: 'Send a new code' }).click()
    const second = await mailTo(home().url, email, /code/, [first])

    const link = await newTab()
    await link.goto(first.links[0]!)
    await link.getByRole('button', { name: 'Confirm my address' }).click()
    await title(link, 'This link no longer works').waitFor()
    await page.getByLabel('Six-digit code').fill(codeIn(first))
    await page.getByText('That code does not match.').waitFor()
    await page.getByLabel('Six-digit code').fill(codeIn(second))
    await title(page, steps.profile).waitFor()
  })
})
