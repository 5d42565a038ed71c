/** The first operator of a server that was started without one: by a link in its output, once. */
import { describe, expect } from 'vitest'
import { it, served } from './support/journey.ts'
import { enrol, operatorEmail, operatorPassword, typePassword } from './support/operator.ts'

const home = served()

describe('the first operator', () => {
  it('is made by the link the server printed, and by nobody after', async ({ arrive }) => {
    const link = /\S+\/operator\/welcome#\S+/.exec(home().output())?.[0]
    expect(link).toBeDefined()
    const visit = await arrive()
    visit.expectComplaint(/401|410|400/)
    const { page } = visit
    await page.goto(link!)
    await page.getByRole('heading', { name: 'The first operator' }).waitFor()
    await page.getByLabel('Name', { exact: true }).fill('Ines Berg')
    await page.getByLabel('Email', { exact: true }).fill(operatorEmail)
    await page.getByLabel('Password', { exact: true }).fill('short')
    await page.getByRole('button', { name: 'Make the operator' }).click()
    await page.getByRole('alert').getByText('Something is missing.').waitFor()
    await page.getByLabel('Password', { exact: true }).fill(operatorPassword)
    await page.getByRole('button', { name: 'Make the operator' }).click()
    await page.getByRole('heading', { name: 'Sign in to the console' }).waitFor()
    await typePassword(page)
    await enrol(page)
    await page.getByRole('heading', { name: 'Customer lifecycle' }).waitFor()
    const late = await arrive()
    late.expectComplaint(/410/)
    await late.page.goto(link!)
    await late.page.getByLabel('Name', { exact: true }).fill('Mallory')
    await late.page.getByLabel('Email', { exact: true }).fill('mallory@evil.example')
    await late.page.getByLabel('Password', { exact: true }).fill(operatorPassword)
    await late.page.getByRole('button', { name: 'Make the operator' }).click()
    await late.page.getByRole('alert').getByText('This link does not work any more.').waitFor()
  })
})
