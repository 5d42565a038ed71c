import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stripePage } from './page/page.ts'
import { type Bench, customerWith, openSandbox, teamPrices } from './testing/sandbox.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openSandbox()
})
afterAll(() => bench.sandbox.close())

describe('the page about the sandbox', () => {
  it('says that it is a sandbox, and what to expect while it is empty', () => {
    const text = stripePage(bench.sandbox.state())
    expect(text).toContain('This is a sandbox')
    expect(text).toContain('No customer yet')
  })

  it('shows who pays, for what, and what was told', async () => {
    const { monthly } = await teamPrices(bench.stripe)
    const customer = await customerWith(bench.stripe, 'pm_card_visa')
    await bench.stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id, quantity: 5 }] })
    bench.sandbox.faults.add({ kind: 'hang', ms: 5, path: '/v1/invoices*' })
    const text = stripePage(bench.sandbox.state())
    for (const part of ['Fernhill Studio', 'visa ending in 4242', '5 × team_month', '€90.00', 'invoice.paid', 'hang'])
      expect(text).toContain(part)
  })

  it('escapes everything', async () => {
    const hostile = '"><script>alert(1)</script>'
    await bench.stripe.customers.create({ name: hostile, email: hostile })
    bench.sandbox.faults.add({ kind: 'error', path: hostile })
    const text = stripePage(bench.sandbox.state())
    expect(text).not.toContain('<script')
    expect(text).toContain('&lt;script&gt;')
  })
})
