/** Days pass. Somebody who left is reminded, finds their answers for a while, and is forgotten in the end. */
import { describe, expect } from 'vitest'
import { day, passTime } from './support/clock.ts'
import { it, served } from './support/journey.ts'
import { codeIn, mailsTo, mailTo } from './support/mailbox.ts'
import {
  address,
  begin,
  fillProfile,
  frameOf,
  mara,
  prove,
  signUp,
  steps,
  takeFree,
  tellAboutYou,
  title,
} from './support/sign-up.ts'

const home = served()

describe('somebody who stays away', () => {
  it('is reminded after a day, and goes on from the mail on another device', async ({ arrive }) => {
    const person = mara('away')
    const desk = await arrive()
    const phone = await arrive()
    await desk.page.goto(`${home().url}/signup`)
    await begin(desk.page, person.email)
    await prove(home(), desk.page, person.email)
    await passTime(home(), day)
    const [link] = (await mailTo(home().url, person.email, /^Your Tenure workspace is half made$/)).links

    await phone.page.goto(link!)
    await title(phone.page, steps.profile).waitFor()
    expect(phone.page.url()).toBe(`${home().url}/signup`)
    await tellAboutYou(phone.page, person)
    await title(desk.page, steps.plan).waitFor()
  })

  it('goes on in a tab left open over night', async ({ arrive }) => {
    const person = mara('night')
    const visit = await arrive()
    // the page's own token works for a day; what it is refused once, it asks again with the next
    visit.expectComplaint(/404 .*flow\.send/)
    const { page } = visit
    await page.goto(`${home().url}/signup`)
    await begin(page, person.email)
    await prove(home(), page, person.email)
    await fillProfile(page, person)
    await passTime(home(), 1.5 * day)
    await page.getByRole('button', { name: 'Continue' }).click()
    await takeFree(page)
  })

  it('picks the sign-up up after two reminders, from wherever they left', async ({ arrive }) => {
    const person = mara('weeks')
    const { page } = await arrive()
    await page.goto(`${home().url}/signup`)
    await begin(page, person.email)
    await prove(home(), page, person.email)
    await page.goto('about:blank')
    await passTime(home(), day)
    await mailTo(home().url, person.email, /half made/)
    await passTime(home(), 3 * day)
    await mailTo(home().url, person.email, /^Your answers are kept for six more weeks$/)
    await passTime(home(), 14 * day)

    await page.goto(`${home().url}/signup`)
    await title(page, 'Pick up where you left off').waitFor()
    await page.getByRole('button', { name: 'Continue' }).click()
    await title(page, steps.profile).waitFor()
    expect(await mailsTo(home().url, person.email)).toHaveLength(3)
  })

  it('is told when a sign-up has ended, and starts again with the same address', async ({ arrive }) => {
    const person = mara('ended')
    const { page } = await arrive()
    await page.goto(`${home().url}/signup`)
    await begin(page, person.email)
    const known = await mailsTo(home().url, person.email)
    await passTime(home(), day)
    await title(page, 'This sign-up has ended').waitFor()
    await page.getByRole('button', { name: 'Start again' }).click()
    await title(page, steps.address).waitFor()
    expect(await page.getByLabel('Work email').inputValue()).toBe('')
    await begin(page, person.email)
    await page.getByLabel('Six-digit code').fill(codeIn(await mailTo(home().url, person.email, /code/, known)))
    await tellAboutYou(page, person)
    await takeFree(page)
  })

  it('begins anew where an ended sign-up was closed', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(/404 .*flow\.resume/)
    const { page } = visit
    await page.goto(home().demoUrl)
    await begin(frameOf(page), address('closed'))
    await page.goto('about:blank')
    await passTime(home(), day)
    await page.goto(home().demoUrl)
    await title(frameOf(page), steps.address).waitFor()
    await signUp(home(), frameOf(page), mara('anew'))
  })
})
