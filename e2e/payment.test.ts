/** Paying for a plan in a product's page: with cards that hold, cards that do not, and banks that ask. */
import { describe, expect } from 'vitest'
import { it, served } from './support/journey.ts'
import { hasFocus } from './support/keyboard.ts'
import {
  answerBank,
  arriveAtPlans,
  atPayment,
  cards,
  isReady,
  paidOnce,
  payButton,
  paymentTitle,
  payWith,
  takeTeam,
  typeCard,
} from './support/payment.ts'
import { mara, steps, title } from './support/sign-up.ts'

const home = served()

describe('a card that holds', () => {
  it('is charged once, and the workspace says what was paid with what', async ({ arrive }) => {
    const { page, frame, held } = await atPayment(home(), await arrive(), 'paid')
    await frame.getByText('Each month from today').waitFor()
    await payWith(frame, cards.visa)
    await isReady(frame)
    await frame.getByText('Team, 3 seats').waitFor()
    await frame.getByText('Visa ending 4242').waitFor()
    expect(await held()).toEqual(paidOnce)
    await frame.getByRole('button', { name: 'Open workspace' }).click()
    await page.waitForURL(`${home().url}/portal/`)
    await title(page, 'Fernhill Studio').waitFor()
  })

  it('pays for a year when that was chosen', async ({ arrive }) => {
    const { frame, held } = await atPayment(home(), await arrive(), 'year')
    await frame.getByRole('button', { name: 'Back' }).click()
    await title(frame, steps.plan).waitFor()
    await frame.getByRole('radio', { name: 'Yearly' }).check()
    await frame.getByText('€870.00 each year').waitFor()
    await takeTeam(frame)
    await frame.getByText('Each year from today').waitFor()
    await payWith(frame, cards.mastercard)
    await isReady(frame)
    await frame.getByText('Mastercard ending 4444').waitFor()
    expect(await held()).toMatchObject({ live: 1, takenMinor: 87_000 })
  })

  it('is charged once by somebody who presses twice', async ({ arrive }) => {
    const { frame, held } = await atPayment(home(), await arrive(), 'twice')
    await typeCard(frame, cards.visa)
    await payButton(frame).dblclick()
    await isReady(frame)
    expect(await held()).toEqual(paidOnce)
  })

  it('is not sent before it is whole', async ({ arrive }) => {
    const { frame, held } = await atPayment(home(), await arrive(), 'whole')
    await frame.getByLabel('Card number').fill('4242')
    await payButton(frame).click()
    await frame.getByText('Your card number is incomplete.').waitFor()
    await title(frame, paymentTitle).waitFor()
    expect(await frame.getByRole('alert').count()).toBe(0)
    await payWith(frame, cards.visa)
    await isReady(frame)
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
  await isReady(page)
})

describe('a card that does not hold', () => {
  it.for([
    ['declined', cards.declined, 'Your card was declined', 'Your bank refused this card.'],
    ['no money', cards.noMoney, 'Your card was not accepted', 'There is not enough on this card.'],
    ['declined when charged', cards.declinedWhenCharged, 'Your card was declined', 'Your bank refused this card.'],
  ] as const)('%s: says why, and another one pays', async ([name, card, heading, words], { arrive }) => {
    const { frame, held } = await atPayment(home(), await arrive(), name.replaceAll(' ', '-'))
    await payWith(frame, card)
    await title(frame, heading).waitFor()
    await frame.getByText(words).waitFor()
    await expect.poll(() => hasFocus(frame.getByRole('alert'))).toBe(true)
    expect(await held()).toMatchObject({ live: 0, takenMinor: 0 })
    await payWith(frame, cards.visa)
    await isReady(frame)
    expect(await held()).toEqual(paidOnce)
  })
})

describe('a bank that asks', () => {
  it('while the card is set up is answered, and the plan starts', async ({ arrive }) => {
    const { frame, held } = await atPayment(home(), await arrive(), 'asks')
    await payWith(frame, cards.asksOnSetup)
    await answerBank(frame, 'Complete')
    await isReady(frame)
    expect(await held()).toEqual(paidOnce)
  })

  it('and hears no shows the form again, with what happened', async ({ arrive }) => {
    const { frame, held } = await atPayment(home(), await arrive(), 'says-no')
    await payWith(frame, cards.asksOnSetup)
    await answerBank(frame, 'Fail')
    await frame.getByText('Your bank did not confirm that it was you.').waitFor()
    expect(await held()).toMatchObject({ live: 0, takenMinor: 0 })
    await payWith(frame, cards.visa)
    await isReady(frame)
  })

  it('before the first charge is let ask by a button', async ({ arrive }) => {
    const { frame, held } = await atPayment(home(), await arrive(), 'asks-twice')
    await payWith(frame, cards.asksAlways)
    await answerBank(frame, 'Complete')
    await title(frame, 'Confirm with your bank').waitFor()
    expect(await held()).toMatchObject({ takenMinor: 0 })
    await frame.getByRole('button', { name: 'Confirm with my bank' }).click()
    await answerBank(frame, 'Complete')
    await isReady(frame)
    expect(await held()).toEqual(paidOnce)
  })

  it('before the first charge and hears no charges nothing', async ({ arrive }) => {
    const { frame, held } = await atPayment(home(), await arrive(), 'no-charge')
    await payWith(frame, cards.asksAlways)
    await answerBank(frame, 'Complete')
    await frame.getByRole('button', { name: 'Confirm with my bank' }).click()
    await answerBank(frame, 'Fail')
    await frame.getByText('Your bank did not confirm that it was you.').waitFor()
    expect(await held()).toMatchObject({ takenMinor: 0 })
    await payWith(frame, cards.visa)
    await isReady(frame)
    expect(await held()).toEqual(paidOnce)
  })
})
