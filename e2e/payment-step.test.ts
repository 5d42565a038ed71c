/** The payment step itself: leaving it, coming back to it, what it loads, and how it is read and used. */
import { describe, expect } from 'vitest'
import { sidewaysScroll, violations } from './support/axe.ts'
import { it, served } from './support/journey.ts'
import { hasFocus } from './support/keyboard.ts'
import {
  answerBank,
  arriveAtPlans,
  atPayment,
  bankAsks,
  cards,
  isReady,
  nothingHeld,
  paidOnce,
  payButton,
  paymentTitle,
  payWith,
  takeTeam,
} from './support/payment.ts'
import { frameOf, mara, steps, takeFree, title } from './support/sign-up.ts'

const home = served()

describe('somebody who would rather not pay', () => {
  it('continues on Free, and nothing is left open at the provider', async ({ arrive }) => {
    const { frame, held } = await atPayment(home(), await arrive(), 'free')
    await frame.getByRole('button', { name: 'Continue on Free instead' }).click()
    await title(frame, steps.plan).waitFor()
    expect(await frame.getByRole('radio', { name: /Free/ }).isChecked()).toBe(true)
    expect(await held()).toEqual(nothingHeld)
    await takeFree(frame)
    await frame.getByText('Paid with').waitFor({ state: 'detached' })
  })

  it('can leave in front of the bank, too', async ({ arrive }) => {
    const { frame, held } = await atPayment(home(), await arrive(), 'leaves-bank')
    await payWith(frame, cards.asksAlways)
    await answerBank(frame, 'Complete')
    await title(frame, 'Confirm with your bank').waitFor()
    await frame.getByRole('button', { name: 'Back' }).click()
    await title(frame, steps.plan).waitFor()
    expect(await held()).toEqual(nothingHeld)
  })
})

describe('a tab', () => {
  it('that was closed at the payment is found again there', async ({ arrive }) => {
    const visit = await arrive()
    const { page, held } = await atPayment(home(), visit, 'closed')
    await page.close()
    const later = await visit.newTab()
    await later.goto(home().demoUrl)
    await title(frameOf(later), paymentTitle).waitFor()
    await payWith(frameOf(later), cards.visa)
    await isReady(frameOf(later))
    expect(await held()).toEqual(paidOnce)
  })

  it('beside another one follows what that one pays', async ({ arrive }) => {
    const visit = await arrive()
    const { frame, held } = await atPayment(home(), visit, 'two-tabs')
    const second = await visit.newTab()
    await second.goto(home().demoUrl)
    await title(frameOf(second), paymentTitle).waitFor()
    await payWith(frame, cards.declined)
    await title(frameOf(second), 'Your card was declined').waitFor()
    await payWith(frameOf(second), cards.visa)
    await isReady(frame)
    await isReady(frameOf(second))
    expect(await held()).toEqual(paidOnce)
  })
})

describe('the payment step', () => {
  it('loads nothing of the provider before somebody is there', async ({ arrive }) => {
    const visit = await arrive()
    const asked: string[] = []
    visit.page.on('request', (request) => asked.push(request.url()))
    const before = () => asked.filter((url) => /stripe/i.test(url))
    await visit.page.goto(home().demoUrl)
    const frame = frameOf(visit.page)
    await arriveAtPlans(home(), frame, mara('early'))
    expect(before()).toEqual([])
    await takeTeam(frame)
    await frame.getByLabel('Card number').waitFor()
    expect(before().length).toBeGreaterThan(0)
  })

  it('says so when the card form cannot be loaded, and loads it when it can', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(/ERR_FAILED/)
    await visit.context.route('**/sandbox/stripe.js', (route) => route.abort())
    await visit.page.goto(home().demoUrl)
    const frame = frameOf(visit.page)
    await arriveAtPlans(home(), frame, mara('blocked'))
    await takeTeam(frame)
    await frame.getByText('The card form could not be loaded.').waitFor()
    await visit.context.unroute('**/sandbox/stripe.js')
    await frame.getByRole('button', { name: 'Load the card form again' }).click()
    await payWith(frame, cards.visa)
    await isReady(frame)
  })

  it('is done with the keys alone', async ({ arrive }) => {
    const { page, frame } = await atPayment(home(), await arrive({ reducedMotion: 'reduce' }), 'keys')
    await expect.poll(() => hasFocus(title(frame, paymentTitle))).toBe(true)
    await frame.getByLabel('Card number').waitFor()
    await expect.poll(() => payButton(frame).getAttribute('aria-disabled')).toBeNull()
    await page.keyboard.press('Tab')
    await page.keyboard.type(cards.asksAlways)
    await page.keyboard.press('Tab')
    await page.keyboard.type('1234')
    await page.keyboard.press('Tab')
    await page.keyboard.type('123')
    await page.keyboard.press('Enter')
    await bankAsks(frame).waitFor()
    await page.keyboard.press('Enter')
    await title(frame, 'Confirm with your bank').waitFor()
    await expect.poll(() => hasFocus(title(frame, 'Confirm with your bank'))).toBe(true)
    await expect
      .poll(() => frame.getByRole('button', { name: 'Confirm with my bank' }).getAttribute('aria-disabled'))
      .toBeNull()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await bankAsks(frame).waitFor()
    await page.keyboard.press('Enter')
    await isReady(frame)
  })

  it.for([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('is readable in %s at %d px, with and without a problem', async ([colorScheme, width], { arrive }) => {
    const visit = await arrive({ colorScheme, viewport: { width, height: 800 } })
    const { page, frame } = await atPayment(home(), visit, `look-${colorScheme}-${width}`)
    await frame.getByLabel('Card number').waitFor()
    expect([await violations(page), await sidewaysScroll(page)]).toEqual([[], 0])
    await payWith(frame, cards.declined)
    await title(frame, 'Your card was declined').waitFor()
    await frame.getByLabel('Card number').waitFor()
    expect([await violations(page), await sidewaysScroll(page)]).toEqual([[], 0])
    await payWith(frame, cards.asksAlways)
    await answerBank(frame, 'Complete')
    await title(frame, 'Confirm with your bank').waitFor()
    expect([await violations(page), await sidewaysScroll(page)]).toEqual([[], 0])
  })
})
