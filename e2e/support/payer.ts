/** Pays for a plan without a browser: does at Stripe what Stripe.js does, and says so, until the workspace is ready. */
import { type Client, openClient } from '../../widget/client/connection.ts'
import type { View } from '../../widget/client/wire.ts'
import type { Server } from './server.ts'
import { untilAnswered, type Visitor } from './visitor.ts'

const PATIENCE_MS = 90_000
const LOOK_MS = 40
const SECRET_KEY = 'sk_test_sandbox'

/** What a visitor's page does while they pay. */
export function payer(home: Server, visitor: Visitor) {
  let flow: { id: string; token: string } | null = null
  const client = openClient(home.url, () => flow?.token ?? null)

  /** Found again by what the browser keeps, the first time; then asked for by its token. */
  async function look(): Promise<View> {
    if (flow) {
      const { id } = flow
      return untilAnswered(() => client.flow.view.query({ id }))
    }
    const { view, ...found } = await untilAnswered(() => client.flow.resume.mutate({ resume: visitor.resumeToken()! }))
    flow = found
    return view
  }

  /** The payment under way, or null. */
  async function payment(): Promise<View | null> {
    const child = (await look()).children.find(({ invoke }) => invoke === 'payment')
    // just asked for, it may not be there yet
    return child ? client.flow.view.query({ id: child.id }).catch(() => null) : null
  }

  return {
    look,
    payment,
    secretOf: async ({ id }: View) => (await client.flow.cardForm.query({ id })).clientSecret,
    async tell({ id }: View, type: 'card.submitted' | 'payment.retried') {
      const eventId = crypto.randomUUID()
      await untilAnswered(() => client.flow.send.mutate({ id, event: { type }, eventId }))
    },
    /** What the form does when its button is pressed. A refusal is an answer like any other. */
    async fillIn(clientSecret: string, card: string) {
      const id = clientSecret.slice(0, clientSecret.indexOf('_secret'))
      await fetch(`${home.stripeUrl}/v1/setup_intents/${id}/confirm`, {
        method: 'POST',
        headers: { authorization: `Bearer ${SECRET_KEY}` },
        body: new URLSearchParams({ payment_method: card, return_url: 'https://tenure.example/done' }),
      })
    },
    /** The first view of one of the flows that is as wanted, by the stream a page watches. */
    async seen(ids: readonly string[], wanted: (view: View) => boolean): Promise<View> {
      for (;;) {
        const view = await firstOn(client, ids, wanted)
        if (view) return view
        // just asked for, it may not be there yet
        await new Promise((done) => setTimeout(done, LOOK_MS / 4))
      }
    },
    async until<T>(found: () => Promise<T | null>): Promise<T> {
      const end = Date.now() + PATIENCE_MS
      while (Date.now() < end) {
        const it = await found()
        if (it !== null) return it
        await new Promise((done) => setTimeout(done, LOOK_MS))
      }
      throw new Error(`${visitor.email} waited in vain; they are in ${JSON.stringify((await look()).value)}.`)
    },
  }
}

/** Null when the stream was refused. */
const firstOn = (client: Client, ids: readonly string[], wanted: (view: View) => boolean) =>
  new Promise<View | null>((done) => {
    const stream = client.flow.watch.subscribe(
      { ids: [...ids], cursor: {} },
      {
        onData({ data }) {
          if (!wanted(data)) return
          stream.unsubscribe()
          done(data)
        },
        onError: () => done(null),
      },
    )
  })

/** Pays and waits for the workspace. Whatever fails on the way is tried again, as a person would. */
export async function payForTeam(home: Server, visitor: Visitor, card = 'pm_card_visa'): Promise<void> {
  const page = payer(home, visitor)
  const press = async () => {
    const view = await page.payment()
    if (view?.value === 'entering') {
      await page.fillIn(await page.secretOf(view), card)
      await page.tell(view, 'card.submitted')
    } else if (view?.enabled.includes('payment.retried')) await page.tell(view, 'payment.retried')
  }
  await visitor.send({ type: 'plan.chosen', plan: 'team' })
  await page.until(async () => {
    if ((await page.look()).value === 'ready') return true
    // the server may die in between, or be further than we saw it
    await press().catch(() => {})
    return null
  })
}
