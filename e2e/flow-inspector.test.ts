/** A developer watches their own sign-up in the inspector's window, while they walk through it. */
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { violations } from './support/axe.ts'
import { it, served } from './support/journey.ts'
import { heardBy, standInForStately } from './support/receiver.ts'
import {
  begin,
  frameOf,
  mara,
  type Person,
  type Place,
  prove,
  steps,
  takeFree,
  tellAboutYou,
  title,
} from './support/sign-up.ts'

const home = served()
const BUTTON = { name: 'Inspect this flow' }

/** Every address a page asks for, the windows it opens included. */
function asked(page: Page): string[] {
  const addresses: string[] = []
  page.context().on('request', (request) => addresses.push(request.url()))
  return addresses
}
const ours = /^(http:\/\/(127\.0\.0\.1|localhost)[:/]|data:)/
const outside = (addresses: string[]) => addresses.filter((address) => !ours.test(address))

async function press(page: Page, place: Place): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await place.getByRole('button', BUTTON).click()
  const inspector = await opened
  await inspector.waitForURL('https://stately.ai/inspect')
  return inspector
}

/** The inspector hears that the flow has come to a state. */
const follows = async (inspector: Page, value: string) =>
  await expect
    .poll(async () =>
      (await heardBy(inspector)).some(
        (event) => event.type === '@xstate.snapshot' && JSON.stringify(event.snapshot).includes(value),
      ),
    )
    .toBe(true)

async function expectNothingTyped(inspector: Page, { email, name, company, password }: Person) {
  const text = JSON.stringify(await heardBy(inspector))
  expect(text).toContain('•••')
  for (const typed of [email, name, company, password, 'fernhill'])
    expect(text.toLowerCase()).not.toContain(typed.toLowerCase())
}

describe('the inspector of a sign-up', () => {
  it('follows its visitor from the first address, and hears nothing they type', async ({ arrive }) => {
    const { page, context } = await arrive()
    await standInForStately(context)
    const addresses = asked(page)
    const person = mara('inspected')
    await page.goto(`${home().url}/signup?inspect`)
    const button = page.getByRole('button', BUTTON)
    await button.waitFor()
    await title(page, steps.address).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await button.getAttribute('title')).toContain('stately.ai')
    expect(outside(addresses)).toEqual([])
    // the package and the charts come with the press, too
    expect(addresses.filter((address) => address.includes('/embed/inspect'))).toEqual([
      `${home().url}/embed/inspect.js`,
    ])

    const inspector = await press(page, page)
    await page.getByRole('status').getByText('Followed in the other window.').waitFor()
    await begin(page, person.email)
    await follows(inspector, 'verifying')
    await prove(home(), page, person.email)
    await follows(inspector, '"profile"')
    await tellAboutYou(page, person)
    await takeFree(page)
    await follows(inspector, '"ready"')

    expect(new Set(outside(addresses))).toEqual(new Set(['https://stately.ai/inspect']))
    const [actor] = await heardBy(inspector)
    expect(actor).toMatchObject({ type: '@xstate.actor', name: 'onboarding' })
    await expectNothingTyped(inspector, person)
    expect(await violations(page)).toEqual([])

    // pressed again, it is the same window, told anew
    await inspector.evaluate(() => Reflect.get(globalThis, 'heard').splice(0))
    await page.getByRole('button', BUTTON).click()
    await follows(inspector, '"ready"')
    expect(context.pages()).toHaveLength(2)
  })

  it('is offered in a product’s page that asks for it', async ({ arrive }) => {
    const { page, context } = await arrive()
    await standInForStately(context)
    await page.goto(home().demoUrl)
    // as if the product had written it so
    await page.locator('tenure-flow').evaluate((element) => {
      element.setAttribute('inspect', '')
      element.replaceWith(element.cloneNode())
    })
    const person = mara('framed')
    await begin(frameOf(page), person.email)
    const inspector = await press(page, frameOf(page))
    await follows(inspector, 'verifying')
    await prove(home(), frameOf(page), person.email)
    await follows(inspector, '"profile"')
    await expectNothingTyped(inspector, person)
  })

  it('says so when the browser blocks its window', async ({ arrive }) => {
    const { page } = await arrive()
    await page.addInitScript(() => Object.assign(globalThis, { open: () => null }))
    await page.goto(`${home().url}/signup?inspect`)
    await page.getByRole('button', BUTTON).click()
    await page.getByRole('status').getByText('Your browser blocked the window.').waitFor()
  })

  it('is one link away from the demo site, and no visitor’s who does not ask', async ({ arrive }) => {
    const { page } = await arrive()
    await page.goto(home().demoUrl)
    await title(frameOf(page), steps.address).waitFor()
    expect(await frameOf(page).getByRole('button', BUTTON).count()).toBe(0)
    await page.getByRole('link', { name: 'Inspect the sign-up' }).click()
    await page.getByRole('button', BUTTON).waitFor()
  })
})
