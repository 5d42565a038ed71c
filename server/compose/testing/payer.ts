/** A visitor who pays: the browser's part at Stripe, and what their page sends. */
import type { View } from '../../engine/view.ts'
import type { CardForm } from '../../api/ports.ts'
import { call } from './calls.ts'
import type { InProcess } from './in-process.ts'
import { type Sent, type Visitor, visitorAt } from './visitor.ts'

export type Payer = Awaited<ReturnType<typeof payerAt>>

/** A visitor at the card form of the Team plan. */
export async function payerAt(server: InProcess, { interval = 'month' }: { interval?: 'month' | 'year' } = {}) {
  const visitor = await visitorAt(server, 'plan')
  await visitor.act({ type: 'plan.chosen', plan: 'team', interval })
  return payer(server, visitor)
}

export function payer(server: InProcess, visitor: Visitor) {
  const { stripe } = server.stripe
  /** The payment under way; fails when there is none. */
  async function payment(): Promise<View> {
    const child = (await visitor.view()).children.find(({ invoke }) => invoke === 'payment')
    if (!child) throw new Error(`There is no payment at ${JSON.stringify(await visitor.where())}.`)
    return (await call(server, 'flow.view', { id: child.id }, visitor.proof)).data as View
  }

  async function tell(type: string): Promise<Sent> {
    const { id } = await payment()
    const eventId = crypto.randomUUID()
    const answer = await call(server, 'flow.send', { id, event: { type }, eventId }, visitor.proof)
    if (answer.status !== 200) throw new Error(`${type} was answered ${answer.status}: ${answer.body}`)
    await server.settle()
    return answer.data as Sent
  }

  const form = async () => {
    const { id } = await payment()
    return (await call(server, 'flow.cardForm', { id }, visitor.proof)).data as CardForm
  }
  const intentIn = ({ clientSecret }: CardForm) => clientSecret.slice(0, clientSecret.indexOf('_secret'))

  /** What Stripe.js does with the form: confirm the set-up with one of Stripe's named test cards. */
  async function fillIn(card: string): Promise<void> {
    const id = intentIn(await form())
    // a refusal is an answer: the page says that the form is done all the same
    await stripe.setupIntents.confirm(id, { payment_method: card, return_url: 'https://x.test' }).catch(() => {})
  }

  return {
    ...visitor,
    payment,
    tell,
    form,
    fillIn,
    /** The person answers the bank, for the set-up or for the first charge. */
    async answerBank(passed: boolean) {
      server.stripe.sandbox?.challenge(intentIn(await form()), passed)
    },
    /** The state of the payment. */
    at: async () => (await payment()).value,
    async pay(card: string) {
      await fillIn(card)
      await tell('card.submitted')
    },
  }
}
