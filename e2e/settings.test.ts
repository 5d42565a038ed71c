/** The settings, as somebody uses them: a name, a class of mails, a session elsewhere, a key. */
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import type { Visit } from './support/browser.ts'
import { it, served } from './support/journey.ts'
import { mailsTo, mailTo } from './support/mailbox.ts'
import { moveIn } from './support/member.ts'
import { address, title } from './support/sign-up.ts'

const home = served()
const password = 'correct horse battery'
const newPassword = 'a much newer battery'

const open = async (page: Page, section: string) => {
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: section }).click()
  await page.getByRole('heading', { name: section, level: 2 }).waitFor()
}
const settings = async (page: Page) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  await title(page, 'Settings').waitFor()
}

describe('the profile', () => {
  it('carries a new name into the frame and onto the team’s page', async ({ arrive }) => {
    const page = await moveIn(home(), await arrive(), address('name'))
    await settings(page)
    await page.waitForURL(/\/portal\/settings\/profile$/)
    await page.getByLabel('Name').fill('Mara King')
    await page.getByRole('button', { name: 'Save profile' }).click()
    await page.getByText('Saved.').waitFor()
    await page.getByRole('button', { name: /Mara King/ }).waitFor()
    await page.getByRole('link', { name: 'Team' }).click()
    await page.getByRole('row', { name: /Mara King/ }).waitFor()
    expect(await page.title()).toBe('Team · Fernhill Studio · Tenure')
  })

  it('changes the password for whoever knows it, and a mail that cannot be switched off says so', async ({
    arrive,
  }) => {
    const email = address('password')
    const visit = await arrive()
    visit.expectComplaint(/403 \(Forbidden\)/)
    const page = await moveIn(home(), visit, email)
    await page.goto(`${home().url}/portal/settings/profile`)
    await change(page, 'not my password')
    await page.getByText('This is not your password.').waitFor()
    await change(page, password)
    await page.getByText('Changed. Your other sessions have ended, and a mail says so.').waitFor()
    expect(await page.getByLabel('Current password', { exact: true }).inputValue()).toBe('')
    const mail = await mailTo(home().url, email, /^Your Tenure password was changed$/)
    expect(mail.headers['List-Unsubscribe']).toBeUndefined()
    await signIn(await arrive(), email, newPassword)
  })

  async function change(page: Page, current: string) {
    await page.getByLabel('Current password', { exact: true }).fill(current)
    await page.getByLabel('New password', { exact: true }).fill(newPassword)
    await page.getByRole('button', { name: 'Change password' }).click()
  }
})

describe('the name of a workspace', () => {
  it('stands in every tab at once, and is not overwritten by whoever typed before they saw it', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(/409 \(Conflict\)/)
    const page = await moveIn(home(), visit, address('workspace'))
    await page.goto(`${home().url}/portal/settings/workspace`)
    await page.getByLabel('Name').fill('Kettle & Co')
    const other = await visit.newTab()
    await other.goto(`${home().url}/portal/settings/workspace`)
    await other.getByLabel('Name').fill('Fernhill & Daughters')
    await other.getByRole('button', { name: 'Save name' }).click()
    await other.getByText('Saved.').waitFor()

    await page.bringToFront()
    await page.getByRole('complementary').getByText('Fernhill & Daughters').waitFor()
    expect(await page.getByLabel('Name').inputValue()).toBe('Kettle & Co')
    await page.getByRole('button', { name: 'Save name' }).click()
    await page.getByText('Someone changed this before you.').waitFor()
    await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Fernhill & Daughters')
    await page.getByLabel('Name').fill('Kettle & Co')
    await page.getByRole('button', { name: 'Save name' }).click()
    await page.getByText('Saved.').waitFor()
    await page.getByRole('complementary').getByText('Kettle & Co').waitFor()
  })
})

describe('what somebody wants to be told', () => {
  it('comes no more once its class is off; the notice beside it and what is mandatory still do', async ({ arrive }) => {
    const email = address('quiet')
    const page = await moveIn(home(), await arrive(), email)
    await settings(page)
    await open(page, 'Notifications')
    const switched = page.getByRole('checkbox', { name: 'Team, email' })
    await switched.uncheck()
    await page.reload()
    await expect.poll(() => switched.isChecked()).toBe(false)
    await declined(page, await arrive())
    await page.goto(`${home().url}/portal/notifications`)
    await page.getByRole('listitem').filter({ hasText: 'declined' }).waitFor()

    await page.goto(`${home().url}/portal/settings/profile`)
    await page.getByLabel('Current password', { exact: true }).fill(password)
    await page.getByLabel('New password', { exact: true }).fill(newPassword)
    await page.getByRole('button', { name: 'Change password' }).click()
    await mailTo(home().url, email, /password was changed/)
    expect((await mailsTo(home().url, email)).map(({ subject }) => subject).join()).not.toContain('declined')
  })

  it('is stopped by one click on a mail, without signing in, and by nothing less', async ({ arrive }) => {
    const email = address('one-click')
    const page = await moveIn(home(), await arrive(), email)
    await declined(page, await arrive())
    const mail = await mailTo(home().url, email, /declined your invitation$/)
    expect(mail.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const link = /^<(.+)>$/.exec(mail.headers['List-Unsubscribe']!)![1]!
    expect(mail.html).toContain(link)

    const stranger = await arrive()
    await stranger.page.goto(link)
    await title(stranger.page, 'Stop mails about your team?').waitFor()
    await page.goto(`${home().url}/portal/settings/notifications`)
    const team = page.getByRole('checkbox', { name: 'Team, email' })
    await team.waitFor()
    expect(await team.isChecked()).toBe(true)

    await stranger.page.getByRole('button', { name: 'Stop these mails' }).click()
    await title(stranger.page, 'Stopped').waitFor()
    await page.reload()
    await team.waitFor()
    expect(await team.isChecked()).toBe(false)
    for (const other of ['Team, in the portal', 'Usage, email', 'Tips and reminders, email'])
      expect(await page.getByRole('checkbox', { name: other }).isChecked(), other).toBe(true)
  })

  /** Invites somebody who declines. */
  async function declined(page: Page, guest: Visit) {
    await page.goto(`${home().url}/portal/team`)
    await page.getByRole('button', { name: 'Invite' }).click()
    const email = address('guest')
    await page.getByLabel('Email addresses').fill(email)
    await page.getByRole('button', { name: 'Send 1 invitation' }).click()
    await guest.page.goto((await mailTo(home().url, email, /invites you/)).links[0]!)
    await guest.page.getByRole('button', { name: 'Decline the invitation' }).click()
    await title(guest.page, 'You declined').waitFor()
  }
})

describe('a session', () => {
  it('that is ended from another browser is out at once, without a touch', async ({ arrive }) => {
    const email = address('sessions')
    const page = await moveIn(home(), await arrive(), email)
    const other = await arrive({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6) CriOS/130.0 Safari/604.1' })
    await signIn(other, email, password)
    await settings(page)
    await open(page, 'Sessions')
    other.expectComplaint(/401 \(Unauthorized\)/)
    await page.getByRole('button', { name: 'End the session of Chrome on iPhone' }).click()
    await page.getByText('You are signed in here and nowhere else.').waitFor()
    await title(other.page, 'Sign in').waitFor()
  })
})

describe('an API key', () => {
  it('is made by name, works, and is refused once it is revoked', async ({ arrive }) => {
    const page = await moveIn(home(), await arrive(), address('keys'))
    await page.getByRole('link', { name: 'All keys' }).click()
    await page.getByRole('button', { name: 'New key' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Build server')
    await page.getByRole('button', { name: 'Create key' }).click()
    await page.getByRole('dialog', { name: 'Your API key' }).waitFor()
    const key = await page
      .getByRole('dialog')
      .getByText(/^tn_live_/)
      .innerText()
    await page.getByRole('button', { name: 'I have stored it' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const row = page.getByRole('listitem').filter({ hasText: 'Build server' })
    await row.getByText('Made by Mara Lindqvist').waitFor()
    expect(await page.content()).not.toContain(key)

    expect(await ping(key)).toBe(200)
    await row.getByText(/Last used today/).waitFor()
    await page.getByRole('button', { name: 'Revoke Build server' }).click()
    await page.getByRole('button', { name: 'Revoke key' }).click()
    // while the dialog is open everything behind it is hidden from roles, the row as well
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await row.waitFor({ state: 'detached' })
    expect(await ping(key)).toBe(401)
    await page.getByText('First key').waitFor()
  })

  const ping = async (key: string) =>
    (await fetch(`${home().url}/v1/ping`, { headers: { authorization: `Bearer ${key}` } })).status
})

async function signIn({ page }: Visit, email: string, typed: string) {
  await page.goto(`${home().url}/portal/sign-in`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(typed)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await title(page, 'Fernhill Studio').waitFor()
}
