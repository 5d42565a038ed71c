/** Pays for a plan without a browser: does at Stripe what Stripe.js does, and says so, until the workspace is ready. */
import { openClient } from '../../widget/client/connection.ts'
import type { Server } from './server.ts'
import { untilAnswered, type Visitor } from './visitor.ts'

const PATIENCE_MS = 90_000
const SECRET_KEY = 'sk_test_sandbox'

/** `card`: one of Stripe's named test cards. Whatever fails on the way is tried again, as a person would. */
export async function payForTeam(home: Server, visitor: Visitor, card = 'pm_card_visa'): Promise<void> {
  let token: string | null = null
  const client = openClient(home.url, () => token)

  async function look() {
    const found = await untilAnswered(() => client.flow.resume.mutate({ resume: visitor.resumeToken()! }))
    token = found.token
    return found.view
  }

  async function press(payment: string) {
    const view = await client.flow.view.query({ id: payment })
    if (view.value === 'entering') {
      const { clientSecret } = await client.flow.cardForm.query({ id: payment })
      await confirm(home, clientSecret, card)
    }
    const type = view.enabled.find((event) => event === 'card.submitted' || event === 'payment.retried')
    const eventId = crypto.randomUUID()
    if (type) await untilAnswered(() => client.flow.send.mutate({ id: payment, event: { type }, eventId }))
  }

  await visitor.send({ type: 'plan.chosen', plan: 'team' })
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    const view = await look()
    if (view.value === 'ready') return
    const payment = view.children.find(({ invoke }) => invoke === 'payment')
    // the server may die in between, or be further than we saw it
    if (payment) await press(payment.id).catch(() => {})
    await new Promise((done) => setTimeout(done, 40))
  }
  throw new Error(
    `${visitor.email} did not get what they paid for; they are in ${JSON.stringify((await look()).value)}.`,
  )
}

async function confirm({ stripeUrl }: Server, clientSecret: string, card: string) {
  const id = clientSecret.slice(0, clientSecret.indexOf('_secret'))
  await fetch(`${stripeUrl}/v1/setup_intents/${id}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET_KEY}` },
    body: new URLSearchParams({ payment_method: card, return_url: home(stripeUrl) }),
  })
}
const home = (url: string) => `${url}/done`
