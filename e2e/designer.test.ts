/** A designer in Storybook: plays a flow beside its chart, changes how it looks, breaks something, and sends a link. */
import type { FrameLocator, Page } from 'playwright'
import { afterAll, beforeAll, describe } from 'vitest'
import { closeBrowser } from './support/browser.ts'
import { it } from './support/journey.ts'
import { picture } from './support/pictures.ts'
import { storybook } from './support/storybook.ts'

const BUILD_MS = 180_000
let book: Awaited<ReturnType<typeof storybook>>
beforeAll(async () => {
  book = await storybook()
}, BUILD_MS)
afterAll(async () => {
  await closeBrowser()
  await book.close()
})

const desk = { viewport: { width: 1440, height: 900 } }
const storyOf = (page: Page): FrameLocator => page.frameLocator('#storybook-preview-iframe')
const screenIn = (story: FrameLocator) => story.getByRole('article', { name: 'Screen' })
const isIn = (story: FrameLocator, path: string) =>
  story.locator(`[data-stop="state:${path}"][data-status="here"]`).waitFor()

describe('a designer', () => {
  it('plays a sign-up: what is done on the screen is seen on the chart, and the other way round', async ({
    arrive,
  }) => {
    const { page } = await arrive(desk)
    await page.goto(`${book.url}/?path=/story/play-sign-up--from-the-beginning`)
    const story = storyOf(page)
    await isIn(story, 'signUp.address')
    await screenIn(story).getByRole('textbox').fill('mara@fernhill.studio')
    await page.keyboard.press('Enter')
    await isIn(story, 'signUp.verifying.cooling')
    await screenIn(story).getByRole('heading', { name: 'Check your email' }).waitFor()
    await story
      .getByRole('button', { name: /^Send code\.rejected/ })
      .first()
      .click()
    await screenIn(story).getByText('That code does not match.').waitFor()
    await story.getByRole('button', { name: 'code.accepted', exact: true }).click()
    await screenIn(story).getByRole('heading', { name: 'Tell us about you' }).waitFor()
    await isIn(story, 'setUp.step.profile')
    await picture(page, 'playable')
  })

  it('opens a link that leads straight to a state', async ({ arrive }) => {
    const { page } = await arrive(desk)
    await page.goto(`${book.url}/?path=/story/play-sign-up--code-locked`)
    await isIn(storyOf(page), 'signUp.locked')
    await page.goto(`${book.url}/?path=/story/play-sign-up--from-the-beginning&args=moment:code;since:code-accepted`)
    await screenIn(storyOf(page)).getByRole('heading', { name: 'Tell us about you' }).waitFor()
    await page.goto(`${book.url}/?path=/story/play-sign-up--from-the-beginning&args=moment:no-such-moment`)
    await storyOf(page).getByText('This link cannot be played.').waitFor()
  })

  it('sees it dark, in another brand and in words of twice the length, and breaks a service', async ({ arrive }) => {
    const { page } = await arrive(desk)
    await page.goto(`${book.url}/?path=/story/play-sign-up--code&globals=theme:dark;brand:indigo;locale:pseudo`)
    const story = storyOf(page)
    await story.locator('html[data-theme="dark"]').waitFor({ state: 'attached' })
    // every word of a pseudo-locale carries an accent
    await screenIn(story)
      .getByRole('heading', { name: /[\u0080-\uffff]/ })
      .waitFor()
    await picture(page, 'playable-dark-pseudo')
    await page.goto(`${book.url}/?path=/story/play-sign-up--from-the-beginning&globals=faults:effects%20fail`)
    await screenIn(story).getByRole('textbox').fill('mara@fernhill.studio')
    await page.keyboard.press('Enter')
    await isIn(story, 'signUp.mailFailed')
    await picture(page, 'playable-problem')
  })

  it('looks at every chart, and at the mails people get', async ({ arrive }) => {
    const { page } = await arrive(desk)
    await page.goto(`${book.url}/?path=/story/pictures-charts--account`)
    const story = storyOf(page)
    await story
      .getByRole('button', { name: /^Past due/ })
      .first()
      .waitFor()
    await page.goto(`${book.url}/?path=/story/mails-billing--money-on-its-way-back`)
    await story.getByRole('radio', { name: 'Plain text' }).waitFor()
    await story.frameLocator('iframe').getByText(/EUR|€/).first().waitFor()
    await picture(page, 'mail')
  })
})
