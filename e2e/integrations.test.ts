/** A workspace is connected to other companies, at their stand-ins, and disconnected again. */
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { minute, passTime } from './support/clock.ts'
import { it, served } from './support/journey.ts'
import { mailTo } from './support/mailbox.ts'
import { moveIn } from './support/member.ts'
import { address, title } from './support/sign-up.ts'

const home = served()
const healthCheck = 6 * 60 * minute

describe('a workspace', () => {
  it('is connected to GitHub by somebody who says yes there, after a no', async ({ arrive }) => {
    const page = await atIntegrations(await moveIn(home(), await arrive(), address('owner')))
    const github = card(page, 'GitHub')
    await github.getByRole('button', { name: 'Connect GitHub' }).click()
    await title(page, 'Authorize Tenure?').waitFor()
    await page.getByText('This is a sandbox.').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await title(page, 'You cancelled at GitHub').waitFor()
    await page.getByRole('button', { name: 'Back to the integrations' }).click()
    await github.getByText('You said no at GitHub.').waitFor()

    await github.getByRole('button', { name: 'Go to GitHub again' }).click()
    await page.getByRole('button', { name: 'Authorize' }).click()
    await title(page, 'Connect GitHub').waitFor()
    const way = page.url()
    await page.getByRole('button', { name: 'Connect GitHub to Fernhill Studio' }).click()
    await github.getByText('Connected', { exact: true }).waitFor()
    await github.getByText('fernhill-dev').waitFor()
    await github.getByRole('listitem').filter({ hasText: 'fernhill/handbook' }).getByText('Private').waitFor()
    expect(page.url()).not.toMatch(/code=|state=/)

    const again = await arrive()
    again.expectComplaint(/410 \(Gone\)/)
    await again.page.goto(way)
    await title(again.page, 'This way back has ended').waitFor()

    await disconnect(page, 'GitHub')
    await github.getByText('The key was taken back at GitHub and deleted here.').waitFor()
  })

  it('is connected to Anthropic with the right key after a wrong one, by the keyboard alone', async ({ arrive }) => {
    const page = await atIntegrations(await moveIn(home(), await arrive(), address('owner')))
    const claude = card(page, 'Anthropic')
    await claude.getByRole('button', { name: 'Connect Anthropic' }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Connect Anthropic' })
    await dialog.waitFor()
    await page.keyboard.type('short')
    await page.keyboard.press('Enter')
    await dialog.getByText('This is no key.').waitFor()
    await dialog.getByLabel('API key').fill('sk-ant-of-somebody-else')
    await page.keyboard.press('Enter')
    await dialog.getByText('Anthropic does not take this API key.').waitFor()
    await dialog.getByLabel('API key').fill('sk-ant-sandbox-good')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await claude.getByText('Connected', { exact: true }).waitFor()
    await claude.getByText('Claude Opus 4.1').waitFor()

    await disconnect(page, 'Anthropic')
    await claude.getByText('Delete the key there, too.').waitFor()
  })

  it('hears by itself when a company takes a key back, and is connected again', async ({ arrive }) => {
    const email = address('owner')
    const page = await atIntegrations(await moveIn(home(), await arrive(), email))
    const npm = card(page, 'npm')
    await give(page, 'npm', { 'Access token': 'npm_sandbox_good' })
    await npm.getByText('fernhill-studio').waitFor()
    await atStandIn({ act: 'revoke', kind: 'npm' })
    await passTime(home(), healthCheck)
    await npm.getByText('Broken', { exact: true }).waitFor()
    await mailTo(home().url, email, /npm is not connected to Fernhill Studio any more/)
    await atStandIn({ act: 'restore', kind: 'npm' })
    await npm.getByRole('button', { name: 'Connect npm again' }).click()
    await fill(page, { 'Access token': 'npm_sandbox_good' })
    await npm.getByText('Connected', { exact: true }).waitFor()
  })

  it('is connected to Open VSX for a namespace', async ({ arrive }) => {
    const page = await atIntegrations(
      await moveIn(home(), await arrive({ viewport: { width: 390, height: 844 } }), address('owner')),
    )
    await give(page, 'Open VSX', { 'Access token': 'ovsx_sandbox_good', Namespace: 'fernhill' })
    await card(page, 'Open VSX').getByText('2 extensions').waitFor()
  })
})

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function atIntegrations(page: Page): Promise<Page> {
  await page.goto(`${home().url}/portal/settings/integrations`)
  await page.getByText('Nothing is connected yet.').waitFor()
  return page
}

async function give(page: Page, company: string, fields: Readonly<Record<string, string>>) {
  await card(page, company)
    .getByRole('button', { name: `Connect ${company}` })
    .click()
  await fill(page, fields)
}

async function fill(page: Page, fields: Readonly<Record<string, string>>) {
  const dialog = page.getByRole('dialog')
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value)
  await dialog.getByRole('button', { name: /^Connect/ }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function disconnect(page: Page, company: string) {
  await card(page, company)
    .getByRole('button', { name: `Disconnect: ${company}` })
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Disconnect ${company}` })
    .click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** What a person at the company could do. */
async function atStandIn(form: Readonly<Record<string, string>>) {
  const answer = await fetch(`${home().url}/sandbox/integrations`, { method: 'POST', body: new URLSearchParams(form) })
  expect(answer.ok).toBe(true)
}
