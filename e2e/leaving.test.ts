/** An owner takes everything out, closes the workspace, changes their mind, closes it again, and checks the certificate. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { day, passTime } from './support/clock.ts'
import { violations } from './support/axe.ts'
import { it, served } from './support/journey.ts'
import { mailsTo } from './support/mailbox.ts'
import { moveIn } from './support/member.ts'

const home = served()
const email = 'mara@northlake.press'

it('takes everything out, leaves, comes back, and leaves for good', async ({ arrive }) => {
  const visit = await arrive()
  const page = await moveIn(home(), visit, email)

  // from the menu, by keyboard
  await page
    .getByRole('button', { name: /Mara Lindqvist/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Export or close' }).press('Enter')
  await page.getByRole('heading', { name: 'Export or close', level: 1 }).waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: 'Make an export' }).click()
  const button = page.getByRole('button', { name: 'Download' })
  await button.waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  expect(file.suggestedFilename()).toBe('fernhill-studio-data.zip')
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')

  const leave = async (name: string) => {
    await page.getByRole('button', { name: 'See what closing means' }).click()
    await page.getByRole('heading', { name: 'What stays, and why' }).waitFor()
    await page.getByRole('button', { name: 'Skip this' }).click()
    await page.getByLabel('Type Fernhill Studio to confirm').fill(name)
    await page.getByRole('button', { name: 'Close Fernhill Studio' }).click()
  }
  await leave('Fernhill')
  await page.getByText('That is another name.').waitFor()
  await page.getByLabel('Type Fernhill Studio to confirm').fill('Fernhill Studio')
  await page.getByRole('button', { name: 'Close Fernhill Studio' }).click()
  await page.getByText('30 days', { exact: true }).waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: 'Keep Fernhill Studio' }).click()
  await page.getByText('Fernhill Studio is on the Free plan.').waitFor()

  await leave('Fernhill Studio')
  await page.getByText('30 days', { exact: true }).waitFor()
  for (const days of [16, 11, 2]) {
    await passTime(home(), days * day)
    const left = days === 16 ? '14 days' : days === 11 ? '3 days' : '1 day'
    await expect.poll(subjects).toContain(`Fernhill Studio is deleted in ${left}`)
  }
  await passTime(home(), day)
  await expect.poll(subjects).toContain('Fernhill Studio is closed and deleted')

  await page.getByRole('heading', { name: 'Fernhill Studio is closed' }).waitFor()
  expect(await violations(page)).toEqual([])

  const [mail] = (await mailsTo(home().url, email)).filter(({ subject }) => subject.includes('closed and deleted'))
  const { page: stranger } = await arrive()
  await stranger.goto(mail!.links[0]!)
  await stranger.getByRole('heading', { name: 'Certificate of deletion' }).waitFor()
  await stranger.getByText('The signature is ours').waitFor()
  expect(await violations(stranger)).toEqual([])

  visit.expectComplaint(/401/)
  await page.goto(`${home().url}/portal/`)
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
})

const subjects = async () => (await mailsTo(home().url, email)).map(({ subject }) => subject)
