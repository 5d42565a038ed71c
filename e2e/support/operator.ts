/** An operator at the console: signs in for the first time, and every time after. */
import type { Page } from 'playwright'
import { codeOf } from '../../server/services/identity/testing/authenticator.ts'
import type { Server } from './server.ts'

export const operatorEmail = 'ines@tenure.test'
export const operatorPassword = 'correct horse battery'
/** For a server that has one operator. */
export const withOperator = { OPERATOR_EMAIL: operatorEmail, OPERATOR_PASSWORD: operatorPassword }

/** Types address and password; leaves the page at the second factor, or at setting one up. */
export async function typePassword(page: Page, password = operatorPassword): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(operatorEmail)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** Sets up the second factor; answers with the `otpauth:` key an app would keep. */
export async function enrol(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'Set up your second factor' }).waitFor()
  const secret = await page.locator('code').first().innerText()
  const uri = `otpauth://totp/x?secret=${secret}`
  await page.getByLabel('Code', { exact: true }).fill(await codeOf(uri))
  await page.getByRole('button', { name: 'Turn it on' }).click()
  return uri
}

/** Signs in for the first time; leaves the page at `place` of the console. */
export async function enter(home: Server, page: Page, place = '/flows'): Promise<string> {
  await page.goto(`${home.url}/operator${place}`)
  await typePassword(page)
  const uri = await enrol(page)
  await page.getByRole('navigation', { name: 'Console' }).or(page.getByRole('banner')).first().waitFor()
  return uri
}
