/** A workspace on Team, and what its card and the calendar do to it. */
import { accountIdOf } from '../../../machines/account/account.flow.ts'
import { tenantIdOf } from '../../../machines/onboarding/onboarding.actions.ts'
import { call } from './calls.ts'
import type { InProcess } from './in-process.ts'
import { cookieFor } from './members.ts'
import { payerAt } from './payer.ts'
import { leavesIn } from '../../../machines/kit/state-value.ts'

const DAY_MS = 86_400_000

/** Lets every event of Stripe be delivered, and everything happen that follows. */
export async function arrived(server: InProcess): Promise<void> {
  const { sandbox } = server.stripe
  sandbox!.advance(0)
  for (let turn = 0; turn < 3; turn++) {
    await sandbox!.delivered()
    await server.settle()
  }
}

/** Days go by, one after the other, so that whatever is due meanwhile happens in its own time. */
export async function daysPass(server: InProcess, days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    await server.pass(DAY_MS)
    await arrived(server)
  }
}

export type Renewing = Awaited<ReturnType<typeof teamWorkspace>>

/** Paid for three seats of Team for a month, with a card that holds. */
export async function teamWorkspace(server: InProcess) {
  const payer = await payerAt(server)
  await payer.pay('pm_card_visa')
  await arrived(server)
  const tenant = tenantIdOf(payer.id)
  const account = accountIdOf(tenant)
  const owner = await cookieFor(server, payer.email)
  const { stripe } = server.stripe
  const customer = (await server.records.billing.customerOf(tenant))!
  return {
    tenant,
    account,
    owner,
    customer,
    email: payer.email,
    /** The states of the account, as paths, e.g. `standing.owing.grace.told`. */
    async where(): Promise<string[]> {
      const view = await server.engine.view(account, 'system')
      return leavesIn(view!.value).map((path) => path.replace(/^open\./, ''))
    },
    view: async () => (await server.engine.view(account, 'member'))!,
    /** From now on this card is charged: one of Stripe's named test cards. */
    async useCard(card: string): Promise<void> {
      const { id } = await stripe.paymentMethods.attach(card, { customer })
      await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } })
      for (const { id: subscription } of (await stripe.subscriptions.list({ customer })).data)
        await stripe.subscriptions.update(subscription, { default_payment_method: id })
      await arrived(server)
    },
    /** The owner's part of replacing the card: the form is opened, filled in, and said to be done. */
    async replaceCard(card: string) {
      const startId = crypto.randomUUID()
      const opened = await call(server, 'flow.open', { tenant, machine: 'card', startId }, owner)
      const { id } = opened.data as { id: string }
      await server.settle()
      const form = await call(server, 'flow.cardForm', { id }, owner)
      const { clientSecret } = form.data as { clientSecret: string }
      const intent = clientSecret.slice(0, clientSecret.indexOf('_secret'))
      await stripe.setupIntents.confirm(intent, { payment_method: card, return_url: 'https://x.test' }).catch(() => {})
      await call(server, 'flow.send', { id, event: { type: 'card.submitted' }, eventId: startId }, owner)
      await server.settle()
      await arrived(server)
      return (await server.engine.view(id, 'member'))!
    },
    send: (type: string) =>
      call(server, 'flow.send', { id: account, event: { type }, eventId: crypto.randomUUID() }, owner),
  }
}
