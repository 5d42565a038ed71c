/** A team grows and shrinks: invited by mail, in from another device, removed, and out everywhere. */
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { it, served } from './support/journey.ts'
import { mailTo } from './support/mailbox.ts'
import { moveIn } from './support/member.ts'
import { address, title } from './support/sign-up.ts'

const home = served()
const phone = { viewport: { width: 390, height: 844 } }

describe('a colleague', () => {
  it('is invited, joins on another device, sees the workspace, and is out when removed', async ({ arrive }) => {
    const owner = await moveIn(home(), await arrive(), address('owner'))
    await owner.getByRole('link', { name: 'Team' }).click()
    await title(owner, 'Team').waitFor()
    await owner.getByRole('heading', { name: 'Invite your first colleague' }).waitFor()
    const email = address('ana')
    await invite(owner, [email], 'Developer')
    await owner.getByRole('row', { name: new RegExp(email) }).waitFor()
    await owner.getByText('1 held for invitations').waitFor()

    const device = await arrive(phone)
    const page = await accept(device.page, email)
    await title(page, 'Fernhill Studio').waitFor()
    await page.getByRole('button', { name: 'New project' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Website')
    await page.getByRole('dialog').getByRole('button', { name: 'Create project' }).click()
    await page.getByRole('row', { name: /Website/ }).waitFor()

    const row = owner.getByRole('row', { name: /Ana Reis/ })
    await row.waitFor()
    await owner.getByText('2 people').waitFor()
    await row.getByRole('combobox', { name: 'Role of Ana Reis' }).selectOption('Admin')
    await expect.poll(() => row.getByRole('combobox').inputValue()).toBe('admin')
    await page.getByRole('link', { name: 'Team' }).click()
    await page.getByRole('button', { name: 'Invite' }).waitFor()

    device.expectComplaint(/401 \(Unauthorized\)/)
    await row.getByRole('button', { name: 'Actions for Ana Reis' }).click()
    await owner.getByRole('menuitem', { name: 'Remove from the team' }).click()
    await owner.getByRole('dialog').getByRole('button', { name: 'Remove from the team' }).click()
    await owner.getByText('1 person', { exact: true }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
    await mailTo(home().url, email, /You no longer have access to Fernhill Studio/)
  })

  it('finds clear words behind a link that was taken back', async ({ arrive }) => {
    const owner = await moveIn(home(), await arrive(), address('owner'))
    await owner.goto(`${home().url}/portal/team`)
    const email = address('ben')
    await invite(owner, [email])
    const { links } = await mailTo(home().url, email, /invites you to Fernhill Studio/)
    await owner.getByRole('button', { name: `Actions for ${email}` }).click()
    await owner.getByRole('menuitem', { name: 'Take back' }).click()
    await owner.getByRole('heading', { name: 'Invite your first colleague' }).waitFor()
    const late = await arrive()
    late.expectComplaint(/410 \(Gone\)/)
    await late.page.goto(links[0]!)
    await title(late.page, 'This invitation was taken back').waitFor()
  })

  it('is one of many who are invited by the keyboard alone; one that is not needed stops none', async ({ arrive }) => {
    const owner = await moveIn(home(), await arrive(), address('owner'))
    await owner.goto(`${home().url}/portal/team`)
    await owner.getByRole('button', { name: 'Invite' }).focus()
    await owner.keyboard.press('Enter')
    const [first, second] = [address('cem'), address('dana')]
    await owner.keyboard.type(`${first}, ${second}`)
    await owner.getByRole('button', { name: 'Send 2 invitations' }).focus()
    await owner.keyboard.press('Enter')
    await owner.getByRole('dialog').waitFor({ state: 'detached' })
    await owner.getByRole('row', { name: new RegExp(first) }).waitFor()
    await owner.getByRole('button', { name: 'Invite' }).click()
    const third = address('emil')
    await owner.getByRole('dialog').getByLabel('Email addresses').fill(`${first} ${third}`)
    await owner.getByRole('button', { name: 'Send 2 invitations' }).click()
    await owner.getByText('This address is invited already.').waitFor()
    await owner.getByText(`${third} The invitation is out.`).waitFor()
    await owner.keyboard.press('Escape')
    await owner.getByRole('row', { name: new RegExp(third) }).waitFor()
  })
})

async function invite(page: Page, emails: readonly string[], role = 'Member') {
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Email addresses').fill(emails.join(', '))
  await dialog.getByLabel('Role').selectOption(role)
  await dialog.getByRole('button', { name: /^Send/ }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Opens the mailed link, makes an account by it, and arrives in the workspace. */
async function accept(page: Page, email: string): Promise<Page> {
  const { links } = await mailTo(home().url, email, /invites you to Fernhill Studio/)
  await page.goto(links[0]!)
  await title(page, 'Join Fernhill Studio').waitFor()
  await page.getByLabel('Your name').fill('Ana Reis')
  await page.getByLabel('Choose a password').fill('another horse battery')
  await page.getByRole('button', { name: 'Make my account and join' }).click()
  await page.waitForURL(/\/portal\//)
  return page
}
