/** The stand-in for Stripe.js, met by @stripe/react-stripe-js in a real browser, under StrictMode. */
import axe from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openSandbox, type Bench, customerWith } from '../sandbox/stripe/testing/sandbox.ts'
import { serveSite, type Site } from '../sandbox/stripe-js/testing/site.ts'
import { closeBrowser, type Visit, visit } from './support/browser.ts'

let bench: Bench
let site: Site
let visitor: Visit
beforeAll(async () => {
  bench = await openSandbox()
  site = await serveSite(bench.sandbox.url)
})
afterEach(async () => {
  bench.sandbox.faults.clear()
  const complaints = visitor.complaints()
  if (complaints.length > 0) throw new Error(`The page complained: ${complaints.join('\n')}`)
  await visitor.context.close()
})
afterAll(async () => {
  await closeBrowser()
  await site.close()
  await bench.sandbox.close()
})

/** A page that saves a card for a new customer, unless told to pay. */
async function open({
  drawnBy = 'react',
  kind = 'setup',
  ...options
}: BrowserContextOptions & { drawnBy?: 'react' | 'preact'; kind?: 'setup' | 'payment' } = {}) {
  visitor = await visit({ viewport: { width: 390, height: 780 }, ...options })
  // a refusal is an answer of 402, which browsers report
  visitor.expectComplaint(/402/)
  const customer = await customerWith(bench.stripe, 'pm_card_visa')
  const intent =
    kind === 'setup'
      ? await bench.stripe.setupIntents.create({ customer: customer.id })
      : await bench.stripe.paymentIntents.create({ customer: customer.id, amount: 1800, currency: 'eur' })
  await visitor.page.goto(site.address(intent.client_secret!, drawnBy))
  return { page: visitor.page, intent }
}

async function type(page: Page, number: string) {
  await page.getByLabel('Card number').fill(number)
  await page.getByLabel('Expiration date').pressSequentially('1234')
  await page.getByLabel('Security code').fill('123')
}
const pay = (page: Page) => page.getByRole('button', { name: 'Pay' }).click()
const says = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor()
const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: string[] }).seen)
const statusOf = async (id: string) => (await bench.stripe.setupIntents.retrieve(id)).status

describe.each(['react', 'preact'] as const)('drawn by %s', (drawnBy) => {
  it('saves a card', async () => {
    const { page, intent } = await open({ drawnBy })
    await type(page, '4242424242424242')
    await pay(page)
    await says(page, 'Paid')
    expect(await statusOf(intent.id)).toBe('succeeded')
  })
})

describe('paying', () => {
  it('takes an amount', async () => {
    const { page, intent } = await open({ kind: 'payment' })
    await type(page, '4242424242424242')
    await pay(page)
    await says(page, 'Paid')
    expect((await bench.stripe.paymentIntents.retrieve(intent.id)).amount_received).toBe(1800)
  })

  it('tells of a refusal, and takes another card', async () => {
    const { page } = await open()
    await type(page, '4000000000009995')
    await pay(page)
    await says(page, 'card_declined: Your card has insufficient funds.')
    await type(page, '5555555555554444')
    await pay(page)
    await says(page, 'Paid')
  })

  it('does not send what is not whole, and goes to the first of it', async () => {
    const { page, intent } = await open()
    await page.getByLabel('Card number').fill('4242')
    await pay(page)
    await says(page, 'incomplete_number: Your card number is incomplete.')
    const number = page.getByLabel('Card number')
    expect(await number.evaluate((input) => input.matches(':focus'))).toBe(true)
    expect(await number.getAttribute('aria-invalid')).toBe('true')
    await number.fill('4242424242424242')
    expect(await number.getAttribute('aria-invalid')).toBe('false')
    expect((await bench.stripe.setupIntents.retrieve(intent.id)).latest_attempt).toBeNull()
  })

  it('is done once when the connection is cut after it', async () => {
    const { page, intent } = await open()
    visitor.expectComplaint(/ERR_EMPTY_RESPONSE|ERR_CONNECTION|ERR_SOCKET/)
    bench.sandbox.faults.add({ kind: 'cut-after', path: '/v1/setup_intents/:id/confirm' })
    await type(page, '4242424242424242')
    await pay(page)
    await says(page, 'Paid')
    expect(
      bench.sandbox
        .state()
        .events.filter(
          ({ type, data }) => type === 'setup_intent.succeeded' && JSON.stringify(data).includes(intent.id),
        ),
    ).toHaveLength(1)
  })
})

describe('3-D Secure', () => {
  const ask = async () => {
    const opened = await open()
    await type(opened.page, '4000002500003155')
    await pay(opened.page)
    await opened.page.getByRole('dialog', { name: 'Your bank asks: is it you?' }).waitFor()
    return opened
  }

  it('goes on when the person says yes', async () => {
    const { page, intent } = await ask()
    await page.getByRole('button', { name: 'Complete' }).click()
    await says(page, 'Paid')
    expect(await statusOf(intent.id)).toBe('succeeded')
  })

  it.each(['Fail', 'Escape'])('fails by %s', async (way) => {
    const { page, intent } = await ask()
    if (way === 'Escape') await page.keyboard.press('Escape')
    else await page.getByRole('button', { name: 'Fail' }).click()
    await says(page, 'setup_intent_authentication_failure')
    expect(await statusOf(intent.id)).toBe('requires_payment_method')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
})

it('is done with the keyboard alone', async () => {
  const { page, intent } = await open()
  await page.getByRole('button', { name: 'Pay' }).isEnabled()
  await expect.poll(async () => (await seen(page)).includes('ready')).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.type('4000002760003184')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1234')
  await page.keyboard.press('Tab')
  await page.keyboard.type('123')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent ?? null)
  expect(await focused()).toBe('Complete')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Fail')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await says(page, 'Paid')
  expect(await statusOf(intent.id)).toBe('succeeded')
})

describe('the element', () => {
  it('is there once under StrictMode, and again after it was away', async () => {
    const { page } = await open()
    await expect.poll(() => page.getByRole('button', { name: 'Pay' }).isEnabled()).toBe(true)
    expect(await page.getByLabel('Card number').count()).toBe(1)
    await page.getByLabel('Card number').fill('4242')
    await page.getByRole('button', { name: 'Hide' }).click()
    expect(await page.getByLabel('Card number').count()).toBe(0)
    await page.getByRole('button', { name: 'Show' }).click()
    await expect.poll(() => page.getByRole('button', { name: 'Pay' }).isEnabled()).toBe(true)
    expect(await page.getByLabel('Card number').inputValue()).toBe('')
  })

  it('tells when it is ready, focused, changed and left, and never what was typed', async () => {
    const { page } = await open()
    await type(page, '4242424242424242')
    await page.getByRole('button', { name: 'Pay' }).focus()
    // "ready" comes late on purpose, so it may stand anywhere among the others
    await expect.poll(() => seen(page)).toEqual(expect.arrayContaining(['ready', 'focus', 'blur']))
    const told = await seen(page)
    expect(told.findLast((line) => line.startsWith('change'))).toBe(
      'change {"elementType":"payment","complete":true,"empty":false,"collapsed":false,"value":{"type":"card"}}',
    )
    expect(told.filter((line) => /^leak|4242/.test(line))).toEqual([])
  })

  it('tells when it could not be loaded', async () => {
    visitor = await visit()
    visitor.expectComplaint(/CORS policy|ERR_FAILED/)
    bench.sandbox.faults.add({ kind: 'html', path: '/v1/elements/sessions', times: 9 })
    const { client_secret: secret } = await bench.stripe.setupIntents.create({})
    await visitor.page.goto(site.address(secret!))
    await expect.poll(() => seen(visitor.page)).toContain('loaderror api_connection_error')
  })

  it('asks phones for digits and browsers for cards', async () => {
    const { page } = await open()
    const fields = ['Card number', 'Expiration date', 'Security code'].map((label) => page.getByLabel(label))
    const attributes = await Promise.all(
      fields.map((field) => field.evaluate((input: HTMLInputElement) => [input.inputMode, input.autocomplete])),
    )
    expect(attributes).toEqual([
      ['numeric', 'cc-number'],
      ['numeric', 'cc-exp'],
      ['numeric', 'cc-csc'],
    ])
    await fields[0]!.fill('378282246310005')
    expect(await fields[0]!.inputValue()).toBe('3782 822463 10005')
    await page.getByText('Amex').waitFor()
  })
})

it.each(['light', 'dark'] as const)('is accessible and fits a phone, in %s', async (colorScheme) => {
  const { page } = await open({ colorScheme, viewport: { width: 320, height: 640 } })
  await page.evaluate(axe.source)
  const violations = () =>
    page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'],
      })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)
    })
  await type(page, '4000002500003155')
  await page.getByLabel('Expiration date').fill('01 / 20')
  await page.getByLabel('Security code').focus()
  expect(await violations()).toEqual([])
  await page.getByLabel('Expiration date').fill('12 / 34')
  await pay(page)
  await page.getByRole('dialog').waitFor()
  expect(await violations()).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})
