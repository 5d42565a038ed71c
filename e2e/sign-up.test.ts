/** From a product's page into a workspace, out of it, and in again. */
import { describe, expect } from 'vitest'
import { it, served } from './support/journey.ts'
import { codeIn, mailsTo, mailTo } from './support/mailbox.ts'
import { moveIn } from './support/member.ts'
import { address, frameOf, mara, signUp, title } from './support/sign-up.ts'
import { visitor } from './support/visitor.ts'
import type { Page } from 'playwright'

const home = served()

describe('a person who signs up on a product’s page', () => {
  it('comes by a mailed code to a workspace, and is still in it after a reload', async ({ arrive }) => {
    const { page } = await arrive()
    await page.goto(home().demoUrl)
    const frame = frameOf(page)
    expect(new URL(page.url()).hostname).not.toBe(new URL(home().url).hostname)

    const person = mara('first')
    await signUp(home(), frame, person)
    await frame.getByText('fernhill-studio').waitFor()
    await frame.getByRole('button', { name: 'Open workspace' }).click()

    await page.waitForURL(`${home().url}/portal/`)
    await title(page, 'Fernhill Studio').waitFor()
    await page.getByRole('heading', { name: 'Create your first project' }).waitFor()
    await page.reload()
    await title(page, 'Fernhill Studio').waitFor()

    const welcome = await mailTo(home().url, person.email, /^Fernhill Studio is ready$/)
    expect(welcome.links).toEqual([`${home().url}/portal/`])
  })

  it('finds a finished sign-up in the product’s page afterwards', async ({ arrive }) => {
    const { page, newTab } = await arrive()
    await page.goto(home().demoUrl)
    await signUp(home(), frameOf(page), mara('finished'))
    await frameOf(page).getByRole('button', { name: 'Open workspace' }).click()
    await page.waitForURL(`${home().url}/portal/`)

    const later = await newTab()
    await later.goto(home().demoUrl)
    await title(frameOf(later), 'Fernhill Studio is set up').waitFor()
    await frameOf(later).getByRole('link', { name: 'Sign in' }).click()
    await later.waitForURL(/\/portal\/sign-in$/)
  })
})

describe('a member', () => {
  it('signs out, and in again with the password', async ({ arrive }) => {
    const visit = await arrive()
    const email = address('password')
    const page = await moveIn(home(), visit, email)
    await signOut(page)
    await page.getByLabel('Email').fill(email.toUpperCase())
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await title(page, 'Fernhill Studio').waitFor()
  })

  it('signs in with a code from the mailbox', async ({ arrive }) => {
    const visit = await arrive()
    const email = address('code')
    const page = await moveIn(home(), visit, email)
    await signOut(page)
    const before = await mailsTo(home().url, email)
    await askForCode(page, email)
    const mail = await mailTo(home().url, email, /code/, before)
    await page.getByLabel('Six-digit code').fill(codeIn(mail))
    await title(page, 'Fernhill Studio').waitFor()
  })

  it('is signed out in every tab at once', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(/401 \(Unauthorized\)/)
    const page = await moveIn(home(), visit, address('tabs'))
    const other = await visit.newTab()
    await other.goto(`${home().url}/portal/notifications`)
    await title(other, 'Notifications').waitFor()
    await signOut(page)
    // nobody touches it: its stream ends with the session
    await title(other, 'Sign in').waitFor()
  })

  it('is let in once by one hand-over', async ({ arrive }) => {
    const { page, context } = await arrive()
    const newcomer = visitor(() => home().url, address('once'))
    await newcomer.signUp()
    const { action, token } = await newcomer.session.handOver()
    const enter = () => context.request.post(action, { form: { token }, headers: { origin: home().url } })
    expect((await enter()).url()).toBe(`${home().url}/portal/`)
    await context.clearCookies()
    await page.goto((await enter()).url())
    await page.getByText('This way in has been used.').waitFor()
  })
})

describe('a stranger', () => {
  it('does not learn whether an address has an account', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(/401 \(Unauthorized\)/)
    const { page } = visit
    const [known, nobody] = [address('known'), address('nobody')]
    await visitor(() => home().url, known).signUp()

    const told: string[] = []
    for (const email of [known, nobody]) {
      await page.goto(`${home().url}/portal/sign-in`)
      await page.getByLabel('Email').fill(email)
      await page.getByLabel('Password', { exact: true }).fill('not the password')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      told.push(await page.getByRole('alert').innerText())
      await page.getByRole('button', { name: 'Mail me a code instead' }).click()
      await title(page, 'Check your email').waitFor()
      await page.getByLabel('Six-digit code').fill('000000')
      await page.getByText('That code does not match.').waitFor()
      told.push((await page.getByRole('main').innerText()).replace(email, ''))
    }
    expect(told.slice(2)).toEqual(told.slice(0, 2))
    expect(told[0]).toContain('Address and password do not match.')
    await mailTo(home().url, nobody, /^This address has no Tenure account$/)
  })
})

async function signOut(page: Page) {
  await page.getByRole('button', { name: /Mara Lindqvist/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await title(page, 'Sign in').waitFor()
}

async function askForCode(page: Page, email: string) {
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Mail me a code instead' }).click()
  await title(page, 'Check your email').waitFor()
}
