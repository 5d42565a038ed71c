/**
 * Whole paid sign-ups through the HTTP API of the real process, with the time of each step, as a page that watches sees it: mail,
 * password hash, card set-up, subscription, workspace. Stripe's stand-in is a process of its own on the same machine.
 */
import { payer } from '../e2e/support/payer.ts'
import { type Server, server } from '../e2e/support/server.ts'
import { type Visitor, visitor } from '../e2e/support/visitor.ts'

export const paidSteps = ['address to plans', 'plan to card form', 'card to workspace'] as const
export type PaidStep = (typeof paidSteps)[number]

export interface PaidSignUps {
  readonly perSecond: number
  readonly signUps: number
  /** Milliseconds. */
  readonly p99Ms: Readonly<Record<PaidStep, number>>
}

export async function paidSignUps(lanes: number, perLane: number): Promise<PaidSignUps> {
  const home = await server({}, { stripeApart: true })
  await home.start()
  const times: Record<PaidStep, number[]> = { 'address to plans': [], 'plan to card form': [], 'card to workspace': [] }
  const began = performance.now()
  try {
    await Promise.all(
      Array.from({ length: lanes }, async (_, lane) => {
        for (let turn = 0; turn < perLane; turn++)
          await signUp(
            home,
            visitor(() => home.url, `payer@lane${lane}-${turn}.example`),
            (step, ms) => times[step].push(ms),
          )
      }),
    )
  } finally {
    await home.remove()
  }
  const signUps = times['card to workspace'].length
  return { perSecond: (signUps * 1000) / (performance.now() - began), signUps, p99Ms: p99Of(times) }
}

async function signUp(home: Server, person: Visitor, took: (step: PaidStep, ms: number) => void) {
  const timed = async <T>(step: PaidStep, work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const done = await work()
    took(step, performance.now() - began)
    return done
  }
  await timed('address to plans', () => person.toPlans())
  const page = payer(home, person)
  const own = await page.look()
  const form = await timed('plan to card form', async () => {
    const chosen = page.seen([own.id], ({ children }) => children.length > 0)
    await person.send({ type: 'plan.chosen', plan: 'team' })
    const { children } = await chosen
    const view = await page.seen([children[0]!.id], ({ value }) => value === 'entering')
    return { view, secret: await page.secretOf(view) }
  })
  await timed('card to workspace', async () => {
    const ready = page.seen([own.id], ({ value }) => value === 'ready')
    await page.fillIn(form.secret, 'pm_card_visa')
    await page.tell(form.view, 'card.submitted')
    await ready
  })
}

function p99Of(times: Readonly<Record<PaidStep, readonly number[]>>): Record<PaidStep, number> {
  const at = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.99)] ?? 0
  return Object.fromEntries(paidSteps.map((step) => [step, Math.round(at(times[step]))])) as Record<PaidStep, number>
}
