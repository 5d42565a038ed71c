/** Paying for a plan in a product's page: with cards that hold, cards that do not, and banks that ask. */
import { describe, expect } from 'vitest'
import { sidewaysScroll, violations } from './support/axe.ts'
import { it, served } from './support/journey.ts'
import { hasFocus } from './support/keyboard.ts'
import {
  answerBank,
  arriveAtPlans,
  bankAsks,
  cards,
  heldFor,
  payButton,
  paymentTitle,
  payWith,
  sandboxOf,
  takeTeam,
  typeCard,
} from './support/payment.ts'
import { frameOf, mara, type Place, steps, takeFree, title } from './support/sign-up.ts'
import type { Visit } from './support/browser.ts'

const home = served()
const ready = (place: Place) => title(place, 'Fernhill Studio is ready').waitFor()
const paidOnce = { live: 1, openForms: 0, takenMinor: 8700 }
const nothing = { live: 0, openForms: 0, takenMinor: 0 }

/** At the card form, in the frame of the product's page. */
async function atPayment({ page, expectComplaint }: Visit, name: string) {
  // a refusal of the provider is an answer of 402, which browsers report
  expectComplaint(/402/)
  // a payment may be named a moment before it exists, and have moved on a moment after it was looked at
  expectComplaint(/40[49].*\/flow\.(view|cardForm)/)
  const person = mara(name)
  const { email } = person
  await page.goto(home().demoUrl)
  const frame = frameOf(page)
  await arriveAtPlans(home(), frame, person)
  await takeTeam(frame)
  const sandbox = await sandboxOf(frame)
  return { page, frame, email, held: () => heldFor(sandbox, email) }
}

describe('a card that holds', () => {
  it('is charged once, and the workspace says what was paid with what', async ({ arrive }) => {
    const { page, frame, held } = await atPayment(await arrive(), 'paid')
    await frame.getByText('Each month from today').waitFor()
    await payWith(frame, cards.visa)
    await ready(frame)
    await frame.getByText('Team, 3 seats').waitFor()
    await frame.getByText('Visa ending 4242').waitFor()
    expect(await held()).toEqual(paidOnce)
    await frame.getByRole('button', { name: 'Open workspace' }).click()
    await page.waitForURL(`${home().url}/portal/`)
    await title(page, 'Fernhill Studio').waitFor()
  })

  it('pays for a year when that was chosen', async ({ arrive }) => {
    const { frame, held } = await atPayment(await arrive(), 'year')
    await frame.getByRole('button', { name: 'Back' }).click()
    await title(frame, steps.plan).waitFor()
    await frame.getByRole('radio', { name: 'Yearly' }).check()
    await frame.getByText('€870.00 each year').waitFor()
    await takeTeam(frame)
    await frame.getByText('Each year from today').waitFor()
    await payWith(frame, cards.mastercard)
    await ready(frame)
    await frame.getByText('Mastercard ending 4444').waitFor()
    expect(await held()).toMatchObject({ live: 1, takenMinor: 87_000 })
  })

  it('is charged once by somebody who presses twice', async ({ arrive }) => {
    const { frame, held } = await atPayment(await arrive(), 'twice')
    await typeCard(frame, cards.visa)
    await payButton(frame).dblclick()
    await ready(frame)
    expect(await held()).toEqual(paidOnce)
  })

  it('is not sent before it is whole', async ({ arrive }) => {
    const { frame, held } = await atPayment(await arrive(), 'whole')
    await frame.getByLabel('Card number').fill('4242')
    await payButton(frame).click()
    await frame.getByText('Your card number is incomplete.').waitFor()
    await title(frame, paymentTitle).waitFor()
    expect(await frame.getByRole('alert').count()).toBe(0)
    await payWith(frame, cards.visa)
    await ready(frame)
    expect(await held()).toEqual(paidOnce)
  })
})

it('is paid in the React component, too', async ({ arrive }) => {
  const visit = await arrive()
  visit.expectComplaint(/40[49].*\/flow\.(view|cardForm)/)
  const { page } = visit
  await page.goto(`${home().url}/portal/sign-up`)
  await arriveAtPlans(home(), page, mara('component'))
  await takeTeam(page)
  await payWith(page, cards.visa)
  await ready(page)
})

describe('a card that does not hold', () => {
  it.for([
    ['declined', cards.declined, 'Your card was declined', 'Your bank refused this card.'],
    ['no money', cards.noMoney, 'Your card was not accepted', 'There is not enough on this card.'],
    ['declined when charged', cards.declinedWhenCharged, 'Your card was declined', 'Your bank refused this card.'],
  ] as const)('%s: says why, and another one pays', async ([name, card, heading, words], { arrive }) => {
    const { frame, held } = await atPayment(await arrive(), name.replaceAll(' ', '-'))
    await payWith(frame, card)
    await title(frame, heading).waitFor()
    await frame.getByText(words).waitFor()
    await expect.poll(() => hasFocus(frame.getByRole('alert'))).toBe(true)
    expect(await held()).toMatchObject({ live: 0, takenMinor: 0 })
    await payWith(frame, cards.visa)
    await ready(frame)
    expect(await held()).toEqual(paidOnce)
  })
})

describe('a bank that asks', () => {
  it('while the card is set up is answered, and the plan starts', async ({ arrive }) => {
    const { frame, held } = await atPayment(await arrive(), 'asks')
    await payWith(frame, cards.asksOnSetup)
    await answerBank(frame, 'Complete')
    await ready(frame)
    expect(await held()).toEqual(paidOnce)
  })

  it('and hears no shows the form again, with what happened', async ({ arrive }) => {
    const { frame, held } = await atPayment(await arrive(), 'says-no')
    await payWith(frame, cards.asksOnSetup)
    await answerBank(frame, 'Fail')
    await frame.getByText('Your bank did not confirm that it was you.').waitFor()
    expect(await held()).toMatchObject({ live: 0, takenMinor: 0 })
    await payWith(frame, cards.visa)
    await ready(frame)
  })

  it('before the first charge is let ask by a button', async ({ arrive }) => {
    const { frame, held } = await atPayment(await arrive(), 'asks-twice')
    await payWith(frame, cards.asksAlways)
    await answerBank(frame, 'Complete')
    await title(frame, 'Confirm with your bank').waitFor()
    expect(await held()).toMatchObject({ takenMinor: 0 })
    await frame.getByRole('button', { name: 'Confirm with my bank' }).click()
    await answerBank(frame, 'Complete')
    await ready(frame)
    expect(await held()).toEqual(paidOnce)
  })

  it('before the first charge and hears no charges nothing', async ({ arrive }) => {
    const { frame, held } = await atPayment(await arrive(), 'no-charge')
    await payWith(frame, cards.asksAlways)
    await answerBank(frame, 'Complete')
    await frame.getByRole('button', { name: 'Confirm with my bank' }).click()
    await answerBank(frame, 'Fail')
    await frame.getByText('Your bank did not confirm that it was you.').waitFor()
    expect(await held()).toMatchObject({ takenMinor: 0 })
    await payWith(frame, cards.visa)
    await ready(frame)
    expect(await held()).toEqual(paidOnce)
  })
})

describe('somebody who would rather not pay', () => {
  it('continues on Free, and nothing is left open at the provider', async ({ arrive }) => {
    const { frame, held } = await atPayment(await arrive(), 'free')
    await frame.getByRole('button', { name: 'Continue on Free instead' }).click()
    await title(frame, steps.plan).waitFor()
    expect(await frame.getByRole('radio', { name: /Free/ }).isChecked()).toBe(true)
    expect(await held()).toEqual(nothing)
    await takeFree(frame)
    await frame.getByText('Paid with').waitFor({ state: 'detached' })
  })

  it('can leave in front of the bank, too', async ({ arrive }) => {
    const { frame, held } = await atPayment(await arrive(), 'leaves-bank')
    await payWith(frame, cards.asksAlways)
    await answerBank(frame, 'Complete')
    await title(frame, 'Confirm with your bank').waitFor()
    await frame.getByRole('button', { name: 'Back' }).click()
    await title(frame, steps.plan).waitFor()
    expect(await held()).toEqual(nothing)
  })
})

describe('a tab', () => {
  it('that was closed at the payment is found again there', async ({ arrive }) => {
    const visit = await arrive()
    const { page, held } = await atPayment(visit, 'closed')
    await page.close()
    const later = await visit.newTab()
    await later.goto(home().demoUrl)
    await title(frameOf(later), paymentTitle).waitFor()
    await payWith(frameOf(later), cards.visa)
    await ready(frameOf(later))
    expect(await held()).toEqual(paidOnce)
  })

  it('beside another one follows what that one pays', async ({ arrive }) => {
    const visit = await arrive()
    const { frame, held } = await atPayment(visit, 'two-tabs')
    const second = await visit.newTab()
    await second.goto(home().demoUrl)
    await title(frameOf(second), paymentTitle).waitFor()
    await payWith(frame, cards.declined)
    await title(frameOf(second), 'Your card was declined').waitFor()
    await payWith(frameOf(second), cards.visa)
    await ready(frame)
    await ready(frameOf(second))
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
    await ready(frame)
  })

  it('is done with the keys alone', async ({ arrive }) => {
    const { page, frame } = await atPayment(await arrive({ reducedMotion: 'reduce' }), 'keys')
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
    await ready(frame)
  })

  it.for([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('is readable in %s at %d px, with and without a problem', async ([colorScheme, width], { arrive }) => {
    const visit = await arrive({ colorScheme, viewport: { width, height: 800 } })
    const { page, frame } = await atPayment(visit, `look-${colorScheme}-${width}`)
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
