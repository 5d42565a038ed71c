/**
 * One whole life: from the first keystroke on a product's page, through a team, its use, a bill and a connection, to the
 * certificate that says everything was deleted. With SCREENSHOTS=<folder>, every station is kept as a picture.
 */
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { day, passTime } from './support/clock.ts'
import { it, served } from './support/journey.ts'
import { mailsTo, mailTo } from './support/mailbox.ts'
import { atPayment, cards, isReady, payWith } from './support/payment.ts'
import { picture } from './support/pictures.ts'
import { address, title } from './support/sign-up.ts'

const home = served()
const go = (page: Page, path: string) => page.goto(`${home().url}/portal/${path}`)

describe('a workspace', () => {
  it('is signed up for, paid, shared, used, billed, connected, exported, closed and certified', async ({ arrive }) => {
    const visit = await arrive()
    const { page, frame, email, held } = await atPayment(home(), visit, 'life')
    await picture(page, 'card')
    await payWith(frame, cards.visa)
    await isReady(frame)
    await picture(page, 'ready')
    await frame.getByRole('button', { name: 'Open workspace' }).click()
    await title(page, 'Fernhill Studio').waitFor()

    const device = await arrive()
    // their account goes with the workspace
    device.expectComplaint(/401 \(Unauthorized\)/)
    const colleague = await invited(page, device.page)
    await used(page)
    await picture(page, 'home')
    await go(page, 'team')
    await page.getByRole('row', { name: /Ana Reis/ }).waitFor()
    await picture(page, 'team')
    await billed(page)
    await connected(page)
    await exported(page)

    await go(page, 'leave')
    await page.getByRole('button', { name: 'See what closing means' }).click()
    await page.getByRole('heading', { name: 'What goes' }).waitFor()
    await picture(page, 'what-goes')
    await page.getByRole('button', { name: 'Skip this' }).click()
    await page.getByLabel(/^On .* with what is paid for/).check()
    await page.getByLabel('Type Fernhill Studio to confirm').fill('Fernhill Studio')
    await page.getByRole('button', { name: 'Close Fernhill Studio' }).click()
    await page.getByText('Everything keeps working until then.', { exact: false }).waitFor()
    await picture(page, 'scheduled')

    // the paid month ends, thirty days to come back follow, each with its notice
    await passTime(home(), 32 * day)
    await page.getByText('Billing stopped').waitFor()
    expect(await held()).toMatchObject({ live: 0, takenMinor: 8700 })
    await picture(page, 'retrieval')
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
    await page.getByRole('heading', { name: 'Fernhill Studio is closed' }).waitFor()
    await picture(page, 'closed')

    const goodbye = await mailTo(home().url, email, /closed and deleted/)
    const { page: stranger } = await arrive()
    await stranger.goto(goodbye.links[0]!)
    await title(stranger, 'Certificate of deletion').waitFor()
    await stranger.getByText('The signature is ours').waitFor()
    await picture(stranger, 'certificate')

    // nothing is charged after the end, and nobody gets in any more
    expect(await held()).toMatchObject({ live: 0, takenMinor: 8700 })
    await colleague.goto(`${home().url}/portal/`)
    await title(colleague, 'Sign in').waitFor()
  })
})

/** A colleague joins on another device. */
async function invited(page: Page, device: Page): Promise<Page> {
  await go(page, 'team')
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog')
  const email = address('colleague')
  await dialog.getByLabel('Email addresses').fill(email)
  await dialog.getByLabel('Role').selectOption('Developer')
  await dialog.getByRole('button', { name: /^Send/ }).click()
  await dialog.waitFor({ state: 'detached' })
  const { links } = await mailTo(home().url, email, /invites you to Fernhill Studio/)
  await device.goto(links[0]!)
  await device.getByLabel('Your name').fill('Ana Reis')
  await device.getByLabel('Choose a password').fill('another horse battery')
  await picture(device, 'invitation')
  await device.getByRole('button', { name: 'Make my account and join' }).click()
  await title(device, 'Fernhill Studio').waitFor()
  return device
}

/** A project is made, and the product reports its use with the workspace's key. */
async function used(page: Page) {
  await go(page, '')
  await page.getByRole('button', { name: 'New project' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Winter catalogue')
  await page.getByRole('dialog').getByRole('button', { name: 'Create project' }).click()
  await page.getByRole('row', { name: /Winter catalogue/ }).waitFor()
  await page.getByRole('button', { name: 'Show the key' }).click()
  const key = await page
    .getByRole('dialog')
    .getByText(/^tn_live_/)
    .innerText()
  await page.getByRole('button', { name: 'I have stored it' }).click()
  const answer = await fetch(`${home().url}/v1/usage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ records: [{ meter: 'requests', quantity: 1234, key: 'first' }] }),
  })
  expect(answer.status).toBe(200)
  await page.getByText('1,234').first().waitFor()
}

async function billed(page: Page) {
  await go(page, 'billing')
  await page.getByRole('heading', { name: 'Invoices' }).waitFor()
  const invoice = page.getByRole('row', { name: /€87\.00/ })
  await invoice.getByText('Paid').waitFor()
  await picture(page, 'billing')
}

async function connected(page: Page) {
  await go(page, 'settings/integrations')
  const card = page.getByRole('region', { name: 'Anthropic' })
  await card.getByRole('button', { name: 'Connect Anthropic' }).click()
  await page.getByRole('dialog').getByLabel('API key').fill('sk-ant-sandbox-good')
  await page.keyboard.press('Enter')
  await card.getByText('Connected', { exact: true }).waitFor()
  await picture(page, 'integrations')
}

async function exported(page: Page) {
  await go(page, 'leave')
  await page.getByRole('button', { name: 'Make an export' }).click()
  const button = page.getByRole('button', { name: 'Download' })
  await button.waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  expect(file.suggestedFilename()).toBe('fernhill-studio-data.zip')
  await picture(page, 'export')
}
