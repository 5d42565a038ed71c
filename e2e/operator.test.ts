/** A product manager looks at the flow map, follows one customer back in time, and shows a colleague the moment. */
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { sidewaysScroll, violations } from './support/axe.ts'
import { it, served } from './support/journey.ts'
import { moveIn } from './support/member.ts'
import { enrol, typePassword, withOperator } from './support/operator.ts'
import { picture } from './support/pictures.ts'
import { codeOf } from '../server/services/identity/testing/authenticator.ts'
import { heardBy, standInForStately } from './support/receiver.ts'
import { address } from './support/sign-up.ts'

const home = served(withOperator)

const chart = (page: Page) => page.getByRole('region', { name: 'Chart', exact: true })
const state = (page: Page, name: RegExp) => chart(page).getByRole('button', { name })
const place = (page: Page) => page.getByText(/entry \d+ of \d+/)

describe('the console', () => {
  let key = ''

  it('lets nobody in by a password alone, and asks for a code from then on', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(/401|400/)
    const { page } = visit
    await page.goto(`${home().url}/operator/flows`)
    await typePassword(page, 'wrong horse battery')
    await page.getByRole('alert').getByText('That address and password do not go together.').waitFor()
    expect(await violations(page)).toEqual([])
    await typePassword(page)
    await page.getByRole('heading', { name: 'Set up your second factor' }).waitFor()
    expect(await violations(page)).toEqual([])
    // a second tab is as far as this one: at the door
    const other = await visit.newTab()
    await other.goto(`${home().url}/operator/flows`)
    await other.getByRole('heading', { name: 'Sign in to the console' }).waitFor()
    await other.close()
    key = await enrol(page)
    await page.getByRole('heading', { name: 'Customer lifecycle' }).waitFor()
    await page
      .getByRole('button', { name: /account/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await typePassword(page)
    await page.getByRole('heading', { name: 'Your second factor' }).waitFor()
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('That code is not right.').waitFor()
    await page.getByLabel('Code', { exact: true }).fill(await codeOf(key))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Customer lifecycle' }).waitFor()
  })

  /** Signs in as somebody who has a second factor, and goes to `path`. */
  async function signedIn(page: Page, path: string) {
    await page.goto(`${home().url}/operator${path}`)
    await typePassword(page)
    await page.getByLabel('Code', { exact: true }).fill(await codeOf(key))
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  it('leads from the whole lifecycle to a state, who is there, and how they came there', async ({ arrive }) => {
    await moveIn(home(), await arrive(), address('map'))
    const visit = await arrive({ viewport: { width: 1280, height: 800 } })
    visit.expectComplaint(/401/)
    const { page } = visit
    await signedIn(page, '/flows')
    await page.getByRole('button', { name: /^A workspace’s account/ }).click()
    await page.getByRole('heading', { name: 'A workspace’s account', level: 1 }).waitFor()
    await picture(page, 'flow-map')
    await page
      .getByRole('searchbox', { name: /state or event/i })
      .or(page.getByRole('combobox', { name: /state or event/i }))
      .first()
      .fill('Live')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const known = page.getByRole('complementary', { name: 'What is known of it' })
    await known.getByRole('heading', { name: 'Live', exact: true }).waitFor()
    await known.getByText('here now').waitFor()
    expect(await violations(page)).toEqual([])
    await known.getByRole('link', { name: /Fernhill Studio/ }).click()
    await page.getByRole('heading', { name: 'Fernhill Studio', level: 1 }).waitFor()
    await page.getByText(/entry \d+ of \d+, now/).waitFor()
    await picture(page, 'actor')
    expect(await violations(page)).toEqual([])
    expect(await page.content()).not.toMatch(/mara|lindqvist|map\.\d+@/i)
  })

  it('steps through time on the picture, and a link leads to the same moment', async ({ arrive }) => {
    await moveIn(home(), await arrive(), address('time'))
    const visit = await arrive({ viewport: { width: 1280, height: 800 } })
    visit.expectComplaint(/401/)
    const { page } = visit
    await signedIn(page, '/flows/onboarding?state=finished')
    await page.getByRole('region', { name: 'Longest here' }).getByRole('link').first().click()
    await page.getByText(/entry (\d+) of \1, now/).waitFor()
    await page.getByRole('slider', { name: 'Line of the journal' }).fill('1')
    await page.getByText('Viewing the past. Nothing you see here can be changed.').waitFor()
    await state(page, /^Address, /).waitFor()
    expect(new URL(page.url()).search).toBe('?at=1')
    await page.getByRole('button', { name: 'One step on' }).click()
    await expect.poll(() => place(page).innerText()).toMatch(/entry 2 of/)
    const journal = page.getByRole('list', { name: 'Journal, newest first' })
    await journal.getByText('later than the moment you view').waitFor()
    await journal.getByText('Asked for').waitFor()
    await journal.getByText(/Mail “code”, sent/).waitFor()
    await picture(page, 'past')
    expect(await violations(page)).toEqual([])
    const link = page.url()
    const other = await visit.newTab()
    await other.goto(link)
    await expect.poll(() => place(other).innerText()).toMatch(/entry 2 of/)
    await page.getByRole('button', { name: 'Back to now' }).click()
    await page.getByText(/entry (\d+) of \1, now/).waitFor()
    // nothing typed by the person is on the page, whatever is opened
    await page.getByText('Beside it').click()
    await page.getByText('What the screens are told').waitFor()
    expect(await page.content()).not.toMatch(/mara|lindqvist|time\.\d+@/i)
  })

  it('follows an actor live in the inspector, and opens the stream again when it breaks', async ({ arrive }) => {
    const person = await arrive()
    const visit = await arrive({ viewport: { width: 1280, height: 800 } })
    visit.expectComplaint(/401|404|WebSocket|ERR_/)
    const { page } = visit
    // its portal stays open while the server is gone
    person.expectComplaint(/ERR_/)
    await moveIn(home(), person, address('live'))
    await signedIn(page, '/flows/onboarding?state=finished')
    await page.getByRole('region', { name: 'Longest here' }).getByRole('link').last().click()
    await page.getByText('Beside it').click()
    await page.getByRole('link', { name: 'Follow it in the Stately inspector' }).click()
    await page.getByText('Live', { exact: true }).waitFor()
    await page.getByRole('region', { name: 'What happened' }).getByText('address.submitted').first().waitFor()
    expect(await violations(page)).toEqual([])
    // Stately's own window opens when it is asked for, and is told what stands here
    await standInForStately(visit.context)
    const opened = page.waitForEvent('popup')
    await page.getByRole('button', { name: 'Open in Stately’s inspector' }).click()
    const stately = await opened
    await expect
      .poll(async () => (await heardBy(stately)).map(({ type }) => type))
      .toEqual(expect.arrayContaining(['@xstate.actor', '@xstate.event', '@xstate.snapshot']))
    expect(JSON.stringify(await heardBy(stately))).not.toMatch(/mara|lindqvist|fernhill/i)
    await stately.close()
    await home().kill()
    await page.getByText('The stream broke; it is opened again by itself').waitFor()
    await home().start()
    await page.getByText('Live', { exact: true }).waitFor()
    await page.goto(`${home().url}/operator/inspect/onb_nobody`)
    await page.getByText('There is no such actor').waitFor()
  })

  it('says what there is of an actor nobody knows, and of a flow there is none of', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(/401|404/)
    const { page } = visit
    await signedIn(page, '/actors/onb_nobody')
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor()
    await page.getByRole('link', { name: 'Go to the flow map' }).waitFor()
    await page.goto(`${home().url}/operator/flows/${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor()
    await page.goto(`${home().url}/operator/actors/%25E0%25A4%25A`)
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor()
    await page.goto(`${home().url}/operator/flows`)
    await page.getByRole('searchbox', { name: 'Find a customer' }).fill('"><script>alert(1)</script>')
    await page.keyboard.press('Enter')
    await page.getByText('Nobody of that id, workspace or address.').waitFor()
  })

  it('keeps what it shows while the server is away, says so, and goes on when it is back', async ({ arrive }) => {
    const visit = await arrive({ viewport: { width: 1280, height: 800 } })
    visit.expectComplaint(/401|ERR_/)
    const { page } = visit
    await signedIn(page, '/flows/onboarding')
    await state(page, /^Address, /).waitFor()
    await home().kill()
    const old = page.getByText('There is no connection to our server.')
    await old.waitFor()
    await state(page, /^Address, /).waitFor()
    expect(await violations(page)).toEqual([])
    await home().start()
    await old.waitFor({ state: 'detached' })
  })

  it('is walked with the keyboard alone', async ({ arrive }) => {
    await moveIn(home(), await arrive(), address('keys'))
    const visit = await arrive({ viewport: { width: 1280, height: 800 } })
    visit.expectComplaint(/401/)
    const { page } = visit
    await signedIn(page, '/flows/onboarding')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    const first = chart(page).getByRole('button', { name: /^Address, / })
    await first.waitFor()
    for (let n = 0; n < 40 && !(await focused()).startsWith('Address, '); n++) await page.keyboard.press('Tab')
    expect(await focused()).toMatch(/^Address, /)
    await page.keyboard.press('ArrowDown')
    await expect.poll(focused).toMatch(/^Sending code/)
    await page.keyboard.press('Enter')
    await page.getByText('A six-digit code is on its way.').waitFor()
    expect(new URL(page.url()).searchParams.get('state')).toBe('signUp.sendingCode')
  })

  it('fits on a phone, light and dark', async ({ arrive }) => {
    await moveIn(home(), await arrive(), address('phone'))
    const visit = await arrive({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
    visit.expectComplaint(/401/)
    const { page } = visit
    await signedIn(page, '/flows/onboarding?state=finished')
    await page.getByRole('region', { name: 'Longest here' }).getByRole('link').first().waitFor()
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await violations(page)).toEqual([])
    await picture(page, 'flow-phone')
    await page.getByRole('region', { name: 'Longest here' }).getByRole('link').first().click()
    await page.getByText(/entry (\d+) of \1, now/).waitFor()
    expect(await sidewaysScroll(page)).toBe(0)
    await picture(page, 'actor-phone')
    const id = new URL(page.url()).pathname.split('/').at(-1)
    await page.goto(`${home().url}/operator/inspect/${id}`)
    await page.getByText('Live', { exact: true }).waitFor()
    await page.getByRole('region', { name: 'What happened' }).getByRole('listitem').first().waitFor()
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await violations(page)).toEqual([])
    await picture(page, 'inspect-phone')
    await page.goto(`${home().url}/operator/flows`)
    await page.getByText('List', { exact: true }).click()
    await page.getByRole('button', { name: 'Signing up', exact: true }).waitFor()
    expect(await sidewaysScroll(page)).toBe(0)
  })
})
