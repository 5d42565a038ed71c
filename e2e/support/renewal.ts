/** What the payment provider's sandbox is told about somebody's card, and a month in which it is charged. */
import type { SandboxState } from '../../sandbox/stripe/control/state.ts'
import { day, passTime } from './clock.ts'
import type { Server } from './server.ts'

const SECRET_KEY = 'sk_test_sandbox'

async function post({ stripeUrl }: Server, path: string, fields: Record<string, string>): Promise<{ id: string }> {
  const answer = await fetch(`${stripeUrl}/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET_KEY}` },
    body: new URLSearchParams(fields),
  })
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as { id: string }
}

/** From now on a card is charged that attaches and then fails: one of Stripe's named test cards. */
export async function useFailingCard(home: Server, email: string): Promise<void> {
  const state = (await (await fetch(`${home.stripeUrl}/control/state`)).json()) as SandboxState
  const customer = state.customers.find((one) => one.email === email)!.id
  const subscription = state.subscriptions.find((one) => one.customer === customer)!.id
  const card = await post(home, 'payment_methods/pm_card_chargeCustomerFail/attach', { customer })
  await post(home, `subscriptions/${subscription}`, { default_payment_method: card.id })
}

/** Beyond the renewal and the hour in which its invoice is a draft. */
export async function passRenewal(home: Server): Promise<void> {
  await passTime(home, 31 * day)
  await passTime(home, day / 12)
}
