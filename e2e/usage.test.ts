/** Usage as the product reports it and the people see it: notices while the page is open, charts, and the end of Free. */
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { sidewaysScroll, violations } from './support/axe.ts'
import { it, served } from './support/journey.ts'
import { mailsTo, mailTo } from './support/mailbox.ts'
import { moveIn } from './support/member.ts'
import { address, title } from './support/sign-up.ts'

const home = served()

/** Shows the workspace's key, as its owner does, and answers with it. */
async function keyOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Show the key' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your API key' })
  const key = await dialog.getByText(/^tn_live_/).innerText()
  await page.getByRole('button', { name: 'I have stored it' }).click()
  return key
}

/** What the customer's product does. */
async function report(key: string, records: readonly object[]) {
  const answer = await fetch(`${home().url}/v1/usage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ records }),
  })
  const { error, records: results } = (await answer.json()) as {
    error?: { code: string }
    records: { result: string }[]
  }
  return { status: answer.status, code: error?.code, results: results.map(({ result }) => result) }
}
const requests = (quantity: number, key: string) => ({ meter: 'requests', quantity, key })

describe('usage', () => {
  it('is told at 80 % while the page is open, drawn on the billing page, and ends with the plan', async ({
    arrive,
  }) => {
    const email = address('usage')
    const page = await moveIn(home(), await arrive(), email)
    const key = await keyOf(page)

    expect(await report(key, [requests(7999, 'a')])).toMatchObject({ status: 200, results: ['accepted'] })
    await page.getByText('7,999').first().waitFor()
    expect(await report(key, [requests(7999, 'a'), requests(1, 'b')])).toMatchObject({
      status: 200,
      results: ['duplicate', 'accepted'],
    })
    // nobody loads the page again
    await page.getByRole('button', { name: 'Notifications, 2 unread' }).waitFor()
    await mailTo(home().url, email, /^Fernhill Studio has used 80 % of its requests$/)
    await page.getByRole('button', { name: 'Notifications, 2 unread' }).click()
    await page.getByText('80 % of your requests are used').waitFor()

    await page.goto(`${home().url}/portal/billing`)
    await title(page, 'Billing').waitFor()
    const card = page.getByRole('region', { name: 'Requests' })
    await card.getByRole('meter', { name: 'Requests' }).waitFor()
    await card.getByText('80 % used. At 100 % more is refused.').waitFor()

    expect(await report(key, [requests(2000, 'c'), requests(1, 'd')])).toEqual({
      status: 429,
      code: 'limit.reached',
      results: ['accepted', 'refused'],
    })
    await card.getByText('All used: more is refused until the first of next month.', { exact: false }).waitFor()
    await mailTo(home().url, email, /^Fernhill Studio has used all of its requests$/)
    const told = (await mailsTo(home().url, email)).filter(({ subject }) => / has used /.test(subject))
    expect(told).toHaveLength(2)

    await card.getByText('Year').click()
    await card.getByRole('button', { name: /: 10,000$/ }).waitFor()
    await card.getByRole('button', { name: /: 0$/ }).last().click()
    await card.getByRole('button', { name: /^Back to/ }).click()
    await card.getByText('of 10,000 included').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
  })
})
