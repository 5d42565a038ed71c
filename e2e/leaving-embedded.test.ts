/** An owner leaves from the product's own page: known by a code, never signed in, to the certificate. */
import { describe, expect } from 'vitest'
import { violations } from './support/axe.ts'
import { day, passTime } from './support/clock.ts'
import { it, served } from './support/journey.ts'
import { codeIn, mailsTo, mailTo } from './support/mailbox.ts'
import { address, title, typeCode } from './support/sign-up.ts'
import { visitor } from './support/visitor.ts'

const home = served()

describe('an owner on the product’s page', () => {
  it('closes the workspace there, with one change of mind, and gets the certificate', async ({ arrive }) => {
    const email = address('leaver')
    await visitor(() => home().url, email).signUp()
    const before = await mailsTo(home().url, email)
    const { page, context } = await arrive()
    await page.goto(`${home().demoUrl}/leave`)
    const frame = page.frameLocator('iframe[title="Close a workspace"]')

    await title(frame, 'Close a workspace').waitFor()
    await frame.getByLabel('Your email').fill('mara@')
    await frame.getByRole('button', { name: 'Continue' }).click()
    await frame.getByText('This is not a full email address.').waitFor()
    await frame.getByLabel('Your email').fill(email)
    await frame.getByLabel('Your email').press('Enter')
    await title(frame, 'Check your mail').waitFor()
    await typeCode(frame, codeIn(await mailTo(home().url, email, /code/, before)))

    await frame.getByRole('button', { name: 'See what closing means' }).click()
    await title(frame, 'What goes with Fernhill Studio').waitFor()
    await frame.getByText('1 person, all sessions and API keys').waitFor()
    await frame.getByLabel('Our project is over').check()
    await frame.getByLabel('What should we know?').fill('It was good while it lasted.')
    await frame.getByRole('button', { name: 'Continue' }).click()

    await title(frame, 'Close Fernhill Studio').waitFor()
    const confirm = async (name: string) => {
      await frame.getByLabel('Type Fernhill Studio to confirm').fill(name)
      await frame.getByRole('button', { name: 'Close Fernhill Studio' }).click()
    }
    await confirm('Fernhill')
    await frame.getByText('That is another name.').waitFor()
    await confirm('Fernhill Studio')
    await title(frame, 'Fernhill Studio is closed').waitFor()
    expect(await violations(page)).toEqual([])

    await frame.getByRole('button', { name: 'Come back' }).click()
    await title(frame, 'Fernhill Studio stays').waitFor()
    await frame.getByRole('button', { name: 'Close it after all' }).click()
    await frame.getByRole('button', { name: 'Skip this' }).click()
    await confirm('Fernhill Studio')
    await title(frame, 'Fernhill Studio is closed').waitFor()

    const subjects = async () => (await mailsTo(home().url, email)).map(({ subject }) => subject)
    for (const [days, told] of [
      [16, 'is deleted in 14 days'],
      [11, 'is deleted in 3 days'],
      [2, 'is deleted in 1 day'],
      [1, 'is closed and deleted'],
    ] as const) {
      await passTime(home(), days * day)
      await expect.poll(subjects).toContain(`Fernhill Studio ${told}`)
    }
    await title(frame, 'It is done').waitFor()
    const [certificate] = await Promise.all([
      context.waitForEvent('page'),
      frame.getByRole('link', { name: 'Open the certificate' }).click(),
    ])
    await certificate.getByText('The signature is ours').waitFor()
    // nobody was ever signed in
    expect(await context.cookies()).toEqual([])
  })

  it('is told alike whether there is an account, and what to do when they own no workspace', async ({ arrive }) => {
    const { page } = await arrive()
    await page.goto(`${home().url}/leave`)
    const stranger = address('stranger')
    await page.getByLabel('Your email').fill(stranger)
    await page.getByRole('button', { name: 'Continue' }).click()
    await title(page, 'Check your mail').waitFor()
    await mailTo(home().url, stranger, /./)
    await typeCode(page, '123456')
    await page.getByText('That code does not match.').waitFor()
    await page.getByRole('button', { name: 'Use another address' }).click()
    await title(page, 'Close a workspace').waitFor()
  })
})
