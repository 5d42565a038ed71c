/** A member's money in the browser: a renewal that fails, another card, and good again; and the way to Free and back. */
import { describe, expect } from 'vitest'
import { sidewaysScroll, violations } from './support/axe.ts'
import { it, served } from './support/journey.ts'
import { mailTo } from './support/mailbox.ts'
import { moveIn } from './support/member.ts'
import { cards, typeCard } from './support/payment.ts'
import { passRenewal, useFailingCard } from './support/renewal.ts'
import { address, title } from './support/sign-up.ts'

const home = served()

describe('a renewal that fails', () => {
  it('says what is owed and what comes next; another card pays it, and all is good', async ({ arrive }) => {
    const email = address('past-due')
    const visit = await arrive()
    // the provider refuses the first card that is tried
    visit.expectComplaint(/402/)
    const page = await moveIn(home(), visit, email, 'team')
    await useFailingCard(home(), email)
    await passRenewal(home())
    await mailTo(home().url, email, /We could not collect €87\.00/)

    await page.goto(`${home().url}/portal/`)
    await page.getByRole('link', { name: /Billing needs you/ }).click()
    await title(page, 'Billing').waitFor()
    await page.getByRole('heading', { name: 'We could not collect €87.00' }).waitFor()
    await page.getByText('Your bank declined Visa ending in 0341.').waitFor()
    await page.getByRole('list', { name: 'What happens next' }).getByText('We try the card again').waitFor()
    await page.getByRole('link', { name: /^Pay invoice/ }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)

    await page.getByRole('button', { name: 'Update card' }).click()
    const dialog = page.getByRole('dialog', { name: 'Use another card' })
    await typeCard(page, cards.declinedWhenCharged)
    await dialog.getByRole('button', { name: 'Use this card' }).click()
    await dialog.getByText('Your bank refused this card.').waitFor()
    await typeCard(page, cards.mastercard)
    await dialog.getByRole('button', { name: 'Use this card' }).click()
    await page.getByRole('dialog', { name: 'Your new card is in place' }).waitFor()
    await page.getByRole('button', { name: 'Back to billing' }).click()

    await page.getByText('Mastercard ending in 4444').waitFor()
    await page.getByRole('heading', { name: 'We could not collect' }).waitFor({ state: 'detached' })
    await page.getByText('Charged by itself when an invoice comes.').waitFor()
    await mailTo(home().url, email, /Thank you: Fernhill Studio is paid/)
  })
})

describe('the way to Free', () => {
  it('says what changes and when, is in the calendar then, and can be undone', async ({ arrive }) => {
    const page = await moveIn(home(), await arrive(), address('downgrade'), 'team')
    await page.goto(`${home().url}/portal/billing`)
    await page.getByRole('button', { name: 'Change plan' }).click()
    const dialog = page.getByRole('dialog', { name: /^Go to Free on/ })
    await dialog.getByText('2 seats').waitFor()
    await dialog.getByRole('button', { name: /^End Team on/ }).click()
    await page.getByText(/^Team ends on/).waitFor()
    await page.getByRole('button', { name: 'Keep Team' }).click()
    await page.getByRole('button', { name: 'Change plan' }).waitFor()
  })
})

describe('the way to Team', () => {
  it('says what it costs, takes a card, and the workspace is on Team', async ({ arrive }) => {
    const email = address('upgrade')
    const visit = await arrive()
    // a payment may be named a moment before it exists, and be gone a moment before the account says so
    visit.expectComplaint(/40[49].*\/flow\.(view|cardForm)/)
    const page = await moveIn(home(), visit, email)
    await page.getByRole('link', { name: 'Billing' }).first().click()
    await page.getByText('Free costs nothing.', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Change plan' }).click()
    const dialog = page.getByRole('dialog', { name: 'Go to Team' })
    await dialog.getByText('You pay €87.00 today', { exact: false }).waitFor()
    await typeCard(page, cards.visa)
    await dialog.getByRole('button', { name: 'Pay €87.00' }).click()
    await page.getByRole('dialog', { name: 'Your new plan is in place' }).waitFor()
    await page.getByRole('button', { name: 'Back to billing' }).click()
    await page.getByText('Team plan, 3 seats', { exact: false }).waitFor()
    await page.getByText('Visa ending in 4242').waitFor()
    await mailTo(home().url, email, /Your receipt: €87\.00 for Team/)
  })

  it('leads back when somebody changes their mind', async ({ arrive }) => {
    const page = await moveIn(home(), await arrive(), address('no-upgrade'))
    await page.goto(`${home().url}/portal/billing`)
    await page.getByRole('button', { name: 'Change plan' }).click()
    await page.getByLabel('Card number').waitFor()
    await page.getByRole('button', { name: 'Stay on the plan' }).click()
    await page.getByText('Free costs nothing.', { exact: false }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })
})
