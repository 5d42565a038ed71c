/** The whole way with the keys alone: Tab, Enter, Space, arrows. The focus is always seen, and moves with the step. */
import { expect } from 'vitest'
import { it, served } from './support/journey.ts'
import { hasFocus, tabTo } from './support/keyboard.ts'
import { codeIn, mailTo } from './support/mailbox.ts'
import { moveIn } from './support/member.ts'
import { address, frameOf, mara, steps, title } from './support/sign-up.ts'

const home = served()
// without transitions a ring is there at once
const calm = { reducedMotion: 'reduce' } as const

it('signs up', async ({ arrive }) => {
  const { page } = await arrive(calm)
  const { email, name, company, password } = mara('keys')
  const reached = async (heading: string | RegExp) => {
    await title(page, heading).waitFor()
    await expect.poll(() => hasFocus(title(page, heading))).toBe(true)
  }
  await page.goto(`${home().url}/signup`)
  await tabTo(page, page.getByLabel('Work email'))
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')

  await reached(steps.code)
  await tabTo(page, page.getByLabel('Six-digit code'))
  await page.keyboard.type(codeIn(await mailTo(home().url, email, /code/)))

  await reached(steps.profile)
  await tabTo(page, page.getByLabel('Your name'))
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(company)
  await tabTo(page, page.getByLabel('Your role'))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, page.getByLabel('Password', { exact: true }))
  await page.keyboard.type(password)
  await tabTo(page, page.getByRole('button', { name: 'Show password' }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: 'Continue' }))
  await page.keyboard.press('Enter')

  await reached(steps.plan)
  await tabTo(page, page.getByRole('radio', { name: /Free/ }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: 'Continue with Free' }))
  await page.keyboard.press('Enter')

  await reached(`${company} is ready`)
  await tabTo(page, page.getByRole('button', { name: 'Open workspace' }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/portal\/$/)
})

it('finds a problem with the code, clears it and types another', async ({ arrive }) => {
  const { page } = await arrive(calm)
  await page.goto(home().demoUrl)
  const frame = frameOf(page)
  await frame.getByLabel('Work email').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await hasFocus(frame.getByLabel('Work email'))).toBe(true)
  const email = address('keys-frame')
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')
  await title(frame, steps.code).waitFor()
  await expect.poll(() => hasFocus(title(frame, steps.code))).toBe(true)

  await page.keyboard.press('Tab')
  expect(await hasFocus(frame.getByLabel('Six-digit code'))).toBe(true)
  await page.keyboard.type('000000')
  await expect.poll(() => hasFocus(frame.getByRole('alert'))).toBe(true)
  await page.keyboard.press('Tab')
  expect(await hasFocus(frame.getByRole('button', { name: 'Clear and try again' }))).toBe(true)
  await page.keyboard.press('Enter')
  await page.keyboard.type(codeIn(await mailTo(home().url, email, /code/)))
  await expect.poll(() => hasFocus(title(frame, steps.profile))).toBe(true)
})

it('creates and renames a project', async ({ arrive }) => {
  const page = await moveIn(home(), await arrive(calm), address('keys-project'))
  await tabTo(page, page.getByRole('link', { name: 'Skip to content' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'New project' }))
  await page.keyboard.press('Enter')
  await expect.poll(() => hasFocus(page.getByRole('textbox', { name: 'Name' }))).toBe(true)
  await page.keyboard.type('Website')
  await page.keyboard.press('Enter')
  await page.getByRole('rowheader', { name: 'Website' }).waitFor()
  // its button went with the empty page: the focus is where the new list is, not at the top of everything
  await expect.poll(() => hasFocus(page.getByRole('main'))).toBe(true)

  const actions = page.getByRole('button', { name: 'Actions for Website' })
  await tabTo(page, actions)
  await page.keyboard.press('Enter')
  const [rename, remove] = ['Rename', 'Delete'].map((name) => page.getByRole('menuitem', { name }))
  await expect.poll(() => hasFocus(rename!)).toBe(true)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => hasFocus(remove!)).toBe(true)
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => hasFocus(rename!)).toBe(true)
  await page.keyboard.press('Enter')
  await expect.poll(() => hasFocus(page.getByRole('textbox', { name: 'Name' }))).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(() => hasFocus(actions)).toBe(true)
})
