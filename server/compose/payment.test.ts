/** Paying for a Team workspace, on the whole server and the Stripe sandbox: what a person gets, and what Stripe holds. */
import { afterEach, describe, expect, it } from 'vitest'
import { type InProcess, inProcess } from './testing/in-process.ts'
import { mailsTo } from './testing/mails.ts'
import { payerAt } from './testing/payer.ts'
import { tenantIdOf } from '../../machines/onboarding/onboarding.actions.ts'

let server: InProcess
afterEach(() => server.end())
const open = async () => void (server = await inProcess())

const held = () => server.stripe.sandbox!.state()
const live = () => held().subscriptions.filter(({ status }) => !['canceled', 'incomplete_expired'].includes(status))
const openSetups = () => held().setup_intents.filter(({ status }) => !['canceled', 'succeeded'].includes(status))

describe('a visitor who chooses Team', () => {
  it('pays and gets the workspace, its limits and the seats that were paid', async () => {
    await open()
    const payer = await payerAt(server)
    await payer.pay('pm_card_visa')
    expect(await payer.where()).toEqual(['ready'])
    const tenant = await server.records.tenants.get(tenantIdOf(payer.id))
    expect(tenant).toMatchObject({ plan: 'team', seats: 3, seatsUsed: 1, limits: { projects: 20 } })
    expect(live()).toMatchObject([
      { status: 'active', items: { data: [{ quantity: 3, price: { unit_amount: 2900 } }] } },
    ])
    expect(held().customers).toHaveLength(1)
    expect((await payer.view()).context).toMatchObject({ seats: 3, card: { brand: 'visa', last4: '4242' } })
    expect((await mailsTo(server, payer.email)).filter(({ subject }) => /ready|welcome/i.test(subject))).toHaveLength(1)
  })
})
