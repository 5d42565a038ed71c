/** What a person does at the payment step, and what the provider's sandbox holds afterwards. */
import type { SandboxState } from '../../sandbox/stripe/control/state.ts'
import type { Visit } from './browser.ts'
import type { Server } from './server.ts'
import { begin, frameOf, mara, type Person, type Place, prove, tellAboutYou, title } from './sign-up.ts'

/** Stripe's published test cards. */
export const cards = {
  visa: '4242424242424242',
  mastercard: '5555555555554444',
  declined: '4000000000000002',
  noMoney: '4000000000009995',
  declinedWhenCharged: '4000000000000341',
  asksOnSetup: '4000002500003155',
  asksAlways: '4000002760003184',
} as const

/** Paid for three seats of Team for a month. */
export const paidOnce: Held = { live: 1, openForms: 0, takenMinor: 8700 }
export const nothingHeld: Held = { live: 0, openForms: 0, takenMinor: 0 }

export const paymentTitle = 'Add a card'

export async function takeTeam(place: Place): Promise<void> {
  await place.getByRole('radio', { name: /Team/ }).check()
  await place.getByRole('button', { name: 'Continue with Team' }).click()
  await title(place, paymentTitle).waitFor()
}

/** From the address to the choice of a plan. */
export async function arriveAtPlans(home: Server, place: Place, person: Person): Promise<void> {
  await begin(place, person.email)
  await prove(home, place, person.email)
  await tellAboutYou(place, person)
}

export async function typeCard(place: Place, number: string): Promise<void> {
  await place.getByLabel('Card number').fill(number)
  await place.getByLabel('Expiration date').pressSequentially('1234')
  await place.getByLabel('Security code').fill('123')
}

export const isReady = (place: Place) => title(place, 'Fernhill Studio is ready').waitFor()

export const payButton = (place: Place) => place.getByRole('button', { name: /^(Start Team for|Try this card)/ })

export async function payWith(place: Place, number: string): Promise<void> {
  await typeCard(place, number)
  await payButton(place).click()
}

/** The bank's question, which the provider asks over the page. */
export const bankAsks = (place: Place) => place.getByRole('dialog', { name: 'Your bank asks: is it you?' })

export async function answerBank(place: Place, answer: 'Complete' | 'Fail'): Promise<void> {
  await bankAsks(place).waitFor()
  await place.getByRole('button', { name: answer, exact: true }).click()
}

/** Where the stand-in for Stripe.js speaks to; it is on the page once a card form is. */
export async function sandboxOf(place: Place): Promise<string> {
  const script = place.locator('script[data-api]')
  await script.waitFor({ state: 'attached' })
  return (await script.getAttribute('data-api'))!
}

export interface Held {
  /** Subscriptions that cost something or may. */
  readonly live: number
  /** Card forms that could still be filled in. */
  readonly openForms: number
  /** What was charged and not given back, in minor units. */
  readonly takenMinor: number
}

/** What the sandbox holds for one person. */
export async function heldFor(sandbox: string, email: string): Promise<Held> {
  const state = (await (await fetch(`${sandbox}/control/state`)).json()) as SandboxState
  const theirs = new Set(state.customers.filter((one) => one.email === email).map(({ id }) => id))
  const isTheirs = ({ customer }: { customer: unknown }) => theirs.has(String(customer))
  const ended = ['canceled', 'incomplete_expired']
  return {
    live: state.subscriptions.filter((one) => isTheirs(one) && !ended.includes(one.status)).length,
    openForms: state.setup_intents.filter((one) => isTheirs(one) && !['canceled', 'succeeded'].includes(one.status))
      .length,
    takenMinor: state.charges
      .filter((one) => isTheirs(one) && one.paid)
      .reduce((sum, { amount, amount_refunded }) => sum + amount - amount_refunded, 0),
  }
}

/** At the card form, in the frame of the product's page. */
export async function atPayment(home: Server, { page, expectComplaint }: Visit, name: string) {
  // a refusal of the provider is an answer of 402, which browsers report
  expectComplaint(/402/)
  // a payment may be named a moment before it exists, and have moved on a moment after it was looked at
  expectComplaint(/40[49].*\/flow\.(view|cardForm)/)
  const person = mara(name)
  const { email } = person
  await page.goto(home.demoUrl)
  const frame = frameOf(page)
  await arriveAtPlans(home, frame, person)
  await takeTeam(frame)
  const sandbox = await sandboxOf(frame)
  return { page, frame, email, held: () => heldFor(sandbox, email) }
}
