/** What people type wrong, twice or in a hurry: they are told what to do, and nothing they typed is lost. */
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { minute, passTime } from './support/clock.ts'
import { it, served } from './support/journey.ts'
import { codeIn, type Mail, mailsTo, mailTo } from './support/mailbox.ts'
import {
  address,
  begin,
  fillProfile,
  giveAddress,
  mara,
  prove,
  steps,
  tellAboutYou,
  title,
  typeCode,
} from './support/sign-up.ts'
import { visitor } from './support/visitor.ts'

const home = served()
const open = (page: Page) => page.goto(`${home().url}/signup`)
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name') ?? null)
const codeMail = (email: string) => mailTo(home().url, email, /is your Tenure code/)

describe('an address', () => {
  it.for([
    ['missing', ''],
    ['half typed', 'mara@fernhill'],
    ['two words', 'mara fernhill@studio.example'],
    ['longer than any', `${'m'.repeat(250)}@fernhill.studio`],
  ] as const)('is asked for again when it is %s', async ([, email], { arrive }) => {
    const { page } = await arrive()
    await open(page)
    await giveAddress(page, email)
    await page.getByText('This is not a full email address. Type it like name@company.com.').waitFor()
    expect(await page.getByLabel('Work email').inputValue()).toBe(email)
    expect(await focused(page)).toBe('email')
  })

  it('may be corrected after the code was sent, and only the new one gets further', async ({ arrive }) => {
    const { page } = await arrive()
    await open(page)
    const [mistyped, corrected] = [address('mistyped'), address('corrected')]
    await begin(page, mistyped)
    const first = await codeMail(mistyped)
    await page.getByRole('button', { name: 'Change it' }).click()
    await title(page, steps.address).waitFor()
    expect(await page.getByLabel('Work email').inputValue()).toBe(mistyped)
    await begin(page, corrected)
    await typeCode(page, codeIn(first))
    await page.getByText('That code does not match.').waitFor()
    await prove(home(), page, corrected)
  })

  it('that has an account sees the same screens, and gets another mail', async ({ arrive }) => {
    const [taken, fresh] = [address('taken'), address('fresh')]
    await visitor(() => home().url, taken).signUp()
    const before = await mailsTo(home().url, taken)
    const seen: string[] = []
    for (const email of [taken, fresh]) {
      const { page } = await arrive()
      await open(page)
      await begin(page, email)
      await typeCode(page, '000000')
      await page.getByText('4 tries left.').waitFor()
      seen.push((await page.getByRole('main').innerText()).replace(email, '').replaceAll(/\d+:\d+|\d+ s/g, ''))
    }
    expect(seen[0]).toBe(seen[1])
    await mailTo(home().url, taken, /^You already have a Tenure account$/)
    expect(await mailsTo(home().url, taken)).toHaveLength(before.length + 1)
  })
})

describe('a code', () => {
  it('may be typed or pasted with whatever stands around its digits', async ({ arrive }) => {
    const { page } = await arrive()
    await open(page)
    const email = address('pasted')
    await begin(page, email)
    const code = codeIn(await codeMail(email))
    await page.getByLabel('Six-digit code').pressSequentially('abc-')
    expect(await page.getByLabel('Six-digit code').inputValue()).toBe('')
    await page.getByLabel('Six-digit code').focus()
    await page.keyboard.insertText(` Code: ${code.slice(0, 3)} ${code.slice(3)} `)
    await title(page, steps.profile).waitFor()
  })

  it('that is wrong five times locks; later a new one works', async ({ arrive }) => {
    const { page } = await arrive()
    await open(page)
    const email = address('locked')
    await begin(page, email)
    const first = await codeMail(email)
    for (const left of ['4 tries left.', '3 tries left.', '2 tries left.', '1 try left.']) {
      await typeCode(page, wrongFor(first))
      await page.getByText(left).waitFor()
      await page.getByRole('button', { name: 'Clear and try again' }).click()
      expect(await focused(page)).toBe('code')
    }
    await typeCode(page, wrongFor(first))
    await title(page, 'Too many wrong codes').waitFor()

    await passTime(home(), 15 * minute)
    await title(page, 'That code has run out').waitFor()
    await page.getByRole('button', { name: 'Send a new code' }).click()
    await title(page, steps.code).waitFor()
    await typeCode(page, codeIn(await mailTo(home().url, email, /code/, [first])))
    await title(page, steps.profile).waitFor()
  })
})

describe('a profile', () => {
  it('with gaps keeps what was typed, and leads to the first of them', async ({ arrive }) => {
    const { page } = await arrive()
    const person = mara('gaps')
    await open(page)
    await begin(page, person.email)
    await prove(home(), page, person.email)
    await fillProfile(page, { ...person, company: '', password: 'short' })
    await page.getByLabel('Your role').selectOption('Designer')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('The company is missing.').waitFor()
    await page.getByText('This password is too easy to guess.').waitFor()
    expect(await focused(page)).toBe('company')
    expect(await page.getByLabel('Your name').inputValue()).toBe(person.name)
    expect(await page.getByLabel('Your role').inputValue()).toBe('designer')
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('short')
    await tellAboutYou(page, person)
  })
})

it('sends once what is pressed twice', async ({ arrive }) => {
  const { page } = await arrive()
  const person = mara('twice')
  await open(page)
  await page.getByLabel('Work email').fill(person.email)
  await page.getByRole('button', { name: 'Continue' }).dblclick()
  await title(page, steps.code).waitFor()
  await prove(home(), page, person.email)
  await fillProfile(page, person)
  await page.getByRole('button', { name: 'Continue' }).dblclick()
  await title(page, steps.plan).waitFor()
  await page.getByRole('button', { name: 'Continue with Free' }).dblclick()
  await title(page, /is ready$/).waitFor()
  const subjects = (await mailsTo(home().url, person.email)).map(({ subject }) => subject.replace(/^[\d ]+/, ''))
  expect(subjects.sort()).toEqual(['Fernhill Studio is ready', 'is your Tenure code'])
})

/** Six digits that are not the mail's. */
const wrongFor = (mail: Mail) => String((Number(codeIn(mail)) + 1) % 1_000_000).padStart(6, '0')
