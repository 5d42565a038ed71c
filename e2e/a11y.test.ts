/** Every page, in light and dark, on a desk and on a phone: nothing axe objects to, nothing to scroll sideways for. */
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { sidewaysScroll, violations } from './support/axe.ts'
import type { Visit } from './support/browser.ts'
import { it, served } from './support/journey.ts'
import { mailTo } from './support/mailbox.ts'
import { moveIn } from './support/member.ts'
import type { Server } from './support/server.ts'
import {
  address,
  begin,
  fillProfile,
  frameOf,
  mara,
  prove,
  steps,
  takeFree,
  tellAboutYou,
  title,
  typeCode,
} from './support/sign-up.ts'

const home = served()
const schemes = ['light', 'dark'] as const
const widths = [1280, 390] as const

/** Looks at a page as it stands, without loading it again. */
async function expectNothingWrong(page: Page, what: string, isPage = true) {
  await page.bringToFront()
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const width of widths) {
      await page.setViewportSize({ width, height: 844 })
      expect(await violations(page, isPage), `${what}, ${colorScheme}, ${width}`).toEqual([])
      expect(await sidewaysScroll(page), `${what} scrolls sideways at ${width}`).toBe(0)
    }
  }
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sidewaysScroll(page), `${what} scrolls sideways at 320`).toBe(0)
  await page.setViewportSize({ width: 1280, height: 844 })
}

interface Place {
  readonly name: string
  /** Its `h1`. */
  readonly title: string | RegExp
  /** What is complained about on the way, if anything. */
  readonly complaint?: RegExp
  readonly open: (home: Server, page: Page) => Promise<unknown>
}

const at = (path: string) => (server: Server, page: Page) => page.goto(server.url + path)

const places: Place[] = [
  { name: 'the start page', title: /lifecycle/, open: at('/') },
  { name: 'the demo site', title: /Notes/, open: (server, page) => page.goto(server.demoUrl) },
  { name: 'the hosted sign-up', title: steps.address, open: at('/signup') },
  { name: 'the sign-up as a React component', title: steps.address, open: at('/portal/sign-up') },
  { name: 'the page behind a mailed link', title: 'Is this your address?', open: at('/verify?token=x') },
  { name: 'a dead link', title: 'This link no longer works', complaint: /410/, open: pressDeadLink },
  { name: 'the door', title: 'Sign in', open: at('/portal/sign-in') },
  { name: 'the door after a hand-over', title: 'Sign in', open: at('/portal/sign-in?reason=handOver.used') },
  { name: 'an address of nothing', title: 'There is nothing at this address', complaint: /404/, open: at('/nowhere') },
  { name: 'an unknown key', title: /cannot be shown/, complaint: /404/, open: at('/signup?key=pk_nobody') },
]

describe('pages for everybody', () => {
  it.for(places)('$name', async ({ title: heading, complaint, open, name }, { arrive }) => {
    const visit = await arrive()
    if (complaint) visit.expectComplaint(complaint)
    await open(home(), visit.page)
    await title(visit.page, heading).waitFor()
    await settled(visit)
    await expectNothingWrong(visit.page, name)
  })
})

it('the steps of the sign-up in a product’s page, and the mailbox', async ({ arrive }) => {
  const { page, newTab } = await arrive()
  const person = mara('axe')
  const mailbox = await newTab()
  await mailbox.goto(`${home().url}/sandbox/mailbox`)
  await page.goto(home().demoUrl)
  const frame = frameOf(page)
  await begin(frame, person.email)
  await typeCode(frame, '000000')
  await frame.getByText('4 tries left.').waitFor()
  await expectNothingWrong(page, 'a wrong code')
  await prove(home(), frame, person.email)
  await fillProfile(frame, { ...person, company: '' })
  await frame.getByRole('button', { name: 'Continue' }).click()
  await frame.getByText('The company is missing.').waitFor()
  await expectNothingWrong(page, 'a profile with a gap')
  await tellAboutYou(frame, person)
  await expectNothingWrong(page, 'the plans')
  await takeFree(frame)
  await expectNothingWrong(page, 'the workspace that is ready')

  const code = await mailTo(home().url, person.email, /code/)
  await mailbox.goto(`${home().url}/sandbox/mailbox?mail=${code.id}`)
  await expectNothingWrong(mailbox, 'the mailbox')
  const letter = await newTab()
  await letter.setContent(code.html)
  await expectNothingWrong(letter, 'the mail', false)
})

it('the portal, empty and full, with its dialogs', async ({ arrive }) => {
  const page = await moveIn(home(), await arrive(), address('axe-member'))
  await expectNothingWrong(page, 'an empty workspace')
  for (const name of ['Website', 'Shop', 'Journal']) {
    await page.getByRole('button', { name: 'New project' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    if (name === 'Shop') await expectNothingWrong(page, 'a new project')
    await page.getByRole('button', { name: 'Create project' }).click()
    await page.getByRole('rowheader', { name }).waitFor()
  }
  await page.getByRole('button', { name: 'Show the key' }).click()
  await page.getByRole('dialog', { name: 'Your API key' }).waitFor()
  await expectNothingWrong(page, 'the key')
  const key = await page
    .getByRole('dialog')
    .getByText(/^tn_live_/)
    .innerText()
  await fetch(`${home().url}/v1/ping`, { headers: { authorization: `Bearer ${key}` } })
  await page.getByRole('button', { name: 'I have stored it' }).click()
  await page.getByRole('img', { name: /^1 requests? in/ }).waitFor()
  await expectNothingWrong(page, 'a full workspace')
  await page.goto(`${home().url}/portal/notifications`)
  await title(page, 'Notifications').waitFor()
  await expectNothingWrong(page, 'the notifications')
  for (const section of ['Profile', 'Workspace', 'Notifications', 'Sessions', 'API keys']) {
    await page.goto(`${home().url}/portal/settings/${section.toLowerCase().replace(' ', '-')}`)
    await page.getByRole('heading', { name: section, level: 2 }).waitFor()
    await page.locator('[aria-busy]').waitFor({ state: 'detached' })
    await expectNothingWrong(page, `the settings, ${section}`)
  }
  await page.goto(`${home().url}/portal/nowhere`)
  await title(page, 'There is nothing at this address').waitFor()
  await expectNothingWrong(page, 'a page of the portal that is not there')
})

it('the integrations, with a dialog, and the pages on the way to another company', async ({ arrive }) => {
  const page = await moveIn(home(), await arrive(), address('axe-integrations'))
  await page.goto(`${home().url}/portal/settings/integrations`)
  await page.getByRole('button', { name: 'Connect Open VSX' }).click()
  await page.getByRole('dialog', { name: 'Connect Open VSX' }).waitFor()
  await expectNothingWrong(page, 'the dialog for a key')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Connect GitHub' }).click()
  await title(page, 'Authorize Tenure?').waitFor()
  await page.getByRole('button', { name: 'Authorize' }).click()
  await title(page, 'Connect GitHub').waitFor()
  await expectNothingWrong(page, 'the way back from another company')
  await page.getByRole('button', { name: 'Connect GitHub to Fernhill Studio' }).click()
  await page.getByText('fernhill-dev').waitFor()
  await expectNothingWrong(page, 'the integrations')
  await page.goto(`${home().url}/sandbox/integrations`)
  await expectNothingWrong(page, 'the sandbox’s keys')
})

it('a team, its dialogs, the mail that invites and the pages behind it', async ({ arrive }) => {
  const page = await moveIn(home(), await arrive(), address('axe-team'))
  await page.goto(`${home().url}/portal/team`)
  await page.getByRole('heading', { name: 'Invite your first colleague' }).waitFor()
  await expectNothingWrong(page, 'a team of one')
  await page.getByRole('button', { name: 'Invite' }).click()
  const email = address('axe-invited')
  await page.getByLabel('Email addresses').fill(email)
  await expectNothingWrong(page, 'the invite dialog')
  await page.getByRole('button', { name: 'Send 1 invitation' }).click()
  await page.getByRole('rowheader', { name: new RegExp(email) }).waitFor()
  await expectNothingWrong(page, 'a team with an invitation')

  const guest = await arrive()
  guest.expectComplaint(/4(03|10|22)/)
  const mail = await mailTo(home().url, email, /invites you/)
  await guest.page.setContent(mail.html)
  await expectNothingWrong(guest.page, 'the mail that invites', false)
  await guest.page.goto(mail.links[0]!)
  await expectNothingWrong(guest.page, 'the invitation')
  const other = await moveIn(home(), await arriveAsOther(arrive), address('axe-other'))
  await other.goto(mail.links[0]!)
  await expectNothingWrong(other, 'the invitation of somebody else')
  await guest.page.getByRole('button', { name: 'Decline the invitation' }).click()
  await title(guest.page, 'You declined').waitFor()
  await guest.page.goto(mail.links[0]!)
  await title(guest.page, 'This invitation was declined').waitFor()
  await expectNothingWrong(guest.page, 'an invitation that is over')
})

/** The page that says no says so with its status, too. */
async function arriveAsOther(arrive: () => Promise<Visit>) {
  const visit = await arrive()
  visit.expectComplaint(/403 \(Forbidden\)/)
  return visit
}

/** A frame, if there is one, shows its first step. */
async function settled({ page }: Visit) {
  if (page.frames().length > 1) await title(frameOf(page), steps.address).waitFor()
}

async function pressDeadLink(server: Server, page: Page) {
  await page.goto(`${server.url}/verify?token=x`)
  await page.getByRole('button', { name: 'Confirm my address' }).click()
}
