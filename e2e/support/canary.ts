/** A person whose every word can be recognised, and a day on which they type, get and show every secret there is. */
import type { Page, Request } from 'playwright'
import { type Visit, visit } from './browser.ts'
import { codeIn, type Mail, mailsTo, mailTo } from './mailbox.ts'
import type { Server } from './server.ts'
import { begin, fillProfile, steps, takeFree, tellAboutYou, title, typeCode } from './sign-up.ts'

type Texts = Record<string, string>

export interface Day {
  /** What nobody may keep or repeat: passwords, tokens, keys, cookies, and codes as they are typed. */
  readonly secrets: Texts
  /** What mails carry, and the mailbox therefore keeps. */
  readonly mailed: Texts
  /** Who they are. */
  readonly personal: Texts
  /** What pages were answered, by path. */
  readonly answers: { path: string; body: string }[]
  /** Every address that was asked for. */
  readonly addresses: string[]
}

const personal = {
  email: 'canary@birdhouse.example',
  name: 'Canary Yellowfeather',
  company: 'Birdhouse of Canaries',
}
const passwords = {
  password: 'canary-password-sings-at-dawn',
  weakPassword: 'canary8#!',
  wrongPassword: 'canary-wrong-password',
  nextPassword: 'canary-password-of-the-evening',
}

export async function canaryDay(home: Server): Promise<Day> {
  const day: Day = { secrets: { ...passwords }, mailed: {}, personal, answers: [], addresses: [] }
  const someone = await visit()
  await listen(someone, day)
  await signUp(home, someone.page, day)
  await workWithKeys(home, someone.page, day)
  await connectCompanies(home, someone.page, day)
  await changePassword(home, someone.page, day)
  await signInAgain(home, someone.page, day)
  await someone.context.close()
  return day
}

async function listen({ context, page }: Visit, { secrets, answers, addresses }: Day) {
  const name = (kind: string, value: string) => {
    if (!Object.values(secrets).includes(value)) secrets[`${kind} ${Object.keys(secrets).length}`] = value
  }
  page.on('request', (request) => {
    addresses.push(request.url())
    for (const [kind, token] of tokensOf(request)) name(kind, token)
  })
  // answers that go on for ever, the watches, carry the same views
  await context.route(/\/trpc\/(?!flow\.watch|tenant\.changes)/, async (route) => {
    try {
      const answer = await route.fetch()
      answers.push({ path: new URL(route.request().url()).pathname, body: await answer.text() })
      await route.fulfill({ response: answer })
    } catch {
      // the page went elsewhere or was closed meanwhile: nobody waits for this answer
    }
  })
}

/** The tokens a page proves itself with: in a header, or in a posted form. */
function tokensOf(request: Request): [string, string][] {
  const bearer = request.headers()['authorization']?.replace('Bearer ', '')
  const isEntry = request.url().endsWith('/portal/enter')
  const entry = isEntry ? new URLSearchParams(request.postData() ?? '').get('token') : null
  return [
    ...(bearer ? [['flow token', bearer] as [string, string]] : []),
    ...(entry ? [['hand-over', entry] as [string, string]] : []),
  ]
}

async function signUp({ url }: Server, page: Page, day: Day) {
  await page.goto(`${url}/signup`)
  await begin(page, personal.email)
  const mail = await mailTo(url, personal.email, /code/)
  day.mailed['link'] = new URL(mail.links[0]!).searchParams.get('token')!
  await typeCode(page, noteCode(day, 'code', mail))
  await title(page, steps.profile).waitFor()
  day.secrets['resume token'] = await page.evaluate(() => localStorage.getItem('tenure.onboarding.pk_demo')!)
  await fillProfile(page, { ...personal, password: passwords.weakPassword })
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('This password is too easy to guess.').waitFor()
  await tellAboutYou(page, { ...personal, ...passwords })
  await takeFree(page)
  await page.getByRole('button', { name: 'Open workspace' }).click()
  await page.getByRole('heading', { name: 'Create your first project' }).waitFor()
}

/** Has the key shown, makes another, and calls the API with both. */
async function workWithKeys({ url }: Server, page: Page, { secrets }: Day) {
  const shown = async (name: string) => {
    await page.getByRole('dialog', { name: 'Your API key' }).waitFor()
    secrets[name] = await page
      .getByRole('dialog')
      .getByText(/^tn_live_/)
      .innerText()
    await fetch(`${url}/v1/ping`, { headers: { authorization: `Bearer ${secrets[name]}` } })
    await page.getByRole('button', { name: 'I have stored it' }).click()
  }
  await page.getByRole('button', { name: 'Show the key' }).click()
  await shown('API key')
  await page.getByRole('link', { name: 'All keys' }).click()
  await page.getByRole('button', { name: 'New key' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Build server')
  await page.getByRole('button', { name: 'Create key' }).click()
  await shown('next API key')
}

/** Gives a wrong key and a right one, and goes to GitHub and back. */
async function connectCompanies({ url }: Server, page: Page, { secrets }: Day) {
  secrets['wrong company key'] = 'canary-key-of-another-company'
  secrets['company key'] = 'sk-ant-sandbox-good'
  await page.goto(`${url}/portal/settings/integrations`)
  await page.getByRole('button', { name: 'Connect Anthropic' }).click()
  const dialog = page.getByRole('dialog')
  for (const key of [secrets['wrong company key'], secrets['company key']]) {
    await dialog.getByLabel('API key').fill(key)
    await dialog.getByRole('button', { name: 'Connect Anthropic' }).click()
    await page
      .getByText(/does not take this API key|Claude Opus/)
      .first()
      .waitFor()
  }
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Connect GitHub' }).click()
  await page.getByRole('button', { name: 'Authorize' }).click()
  await page.getByRole('button', { name: /^Connect GitHub to/ }).waitFor()
  const back = new URL(page.url()).searchParams
  secrets['way back'] = back.get('state')!
  secrets['company code'] = back.get('code')!
  await page.getByRole('button', { name: /^Connect GitHub to/ }).click()
  await page.getByText('fernhill-dev').waitFor()
}

/** Looks at the sessions, and takes another password. The welcome carries the token of its way out. */
async function changePassword({ url }: Server, page: Page, { mailed }: Day) {
  const welcome = await mailTo(url, personal.email, /is ready$/)
  mailed['way out'] = /token=([\w-]+)/.exec(welcome.headers['List-Unsubscribe'] ?? '')![1]!
  await page.goto(`${url}/portal/settings/sessions`)
  await page.getByText('You are signed in here and nowhere else.').waitFor()
  await page.goto(`${url}/portal/settings/profile`)
  await page.getByLabel('Current password', { exact: true }).fill(passwords.password)
  await page.getByLabel('New password', { exact: true }).fill(passwords.nextPassword)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('Changed. Your other sessions have ended').waitFor()
}

async function signInAgain({ url }: Server, page: Page, day: Day) {
  day.secrets['session cookie'] = await sessionOf(page)
  await page.context().clearCookies()
  await page.goto(`${url}/portal/sign-in`)
  await page.getByLabel('Email').fill(personal.email)
  await page.getByLabel('Password', { exact: true }).fill(passwords.wrongPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('Address and password do not match.').waitFor()
  const known = await mailsTo(url, personal.email)
  await page.getByRole('button', { name: 'Mail me a code instead' }).click()
  const mail = await mailTo(url, personal.email, /code/, known)
  await typeCode(page, noteCode(day, 'sign-in code', mail))
  await title(page, personal.company).waitFor()
  day.secrets['next session cookie'] = await sessionOf(page)
}

/** Mails group the digits; typed, they stand together. */
function noteCode({ secrets, mailed }: Day, name: string, mail: Mail): string {
  const code = codeIn(mail)
  secrets[name] = code
  mailed[name] = `${code.slice(0, 3)} ${code.slice(3)}`
  return code
}

async function sessionOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies()
  return decodeURIComponent(cookies.find(({ name }) => name.includes('session'))!.value)
}
