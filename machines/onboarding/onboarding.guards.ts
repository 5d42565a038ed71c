/** Yes or no, from the context and the event alone. */
import type { PaymentOutput } from '../payment/payment.types.ts'
import { priceOf } from '../vocabulary/prices.ts'
import type { ProvisioningOutput } from '../provisioning/provisioning.types.ts'
import { CODES_PER_SIGN_UP } from './onboarding.delays.ts'
import type { GiveBack, OnboardingContext, OnboardingEvent } from './onboarding.types.ts'

interface Asked {
  context: OnboardingContext
  event: OnboardingEvent
}

/** Is there a try left after this wrong one? */
export const hasTriesLeft = ({ context }: Asked) => context.triesLeft > 1

export const hasCodesLeft = ({ context }: Asked) => context.codesSent < CODES_PER_SIGN_UP

/** A password came with the profile, or was kept from an earlier visit to this step. */
export const hasPassword = ({ context, event }: Asked) =>
  context.passwordRef !== null || (event.type === 'profile.saved' && event.passwordRef !== undefined)

const chosen = ({ context, event }: Asked) =>
  event.type === 'plan.chosen' ? context.plans.find(({ key }) => key === event.plan) : undefined

export const isFree = (asked: Asked) => chosen(asked)?.billing === 'none'

/** Paid by card, and sold for the interval that was asked for. */
export const isPaidByCard = (asked: Asked) => {
  const plan = chosen(asked)
  return asked.event.type === 'plan.chosen' && plan?.billing === 'card' && priceOf(plan, asked.event.interval) !== null
}

export const isPaid = ({ event }: { event: unknown }) => (event as { output: PaymentOutput }).output.result === 'paid'

/** Money was taken for what could not be made. */
export const isPaidFor = ({ context }: Asked) => context.paid !== null

/** Money had been taken, so it went back, and the person has to hear of it. */
export const isMoneyBack = ({ event }: { event: unknown }) =>
  (event as { output: GiveBack['output'] }).output.money !== null

/** Something may have been opened at the payment provider. */
export const hasPayments = ({ context }: Asked) => context.payments > 0

/** The plan chosen last has to be paid before it is set up. */
export const needsPayment = ({ context }: Asked) =>
  context.plans.find(({ key }) => key === context.plan)?.billing === 'card' && context.paid === null

/** Why nothing could be made, as it was kept while the money was given back. */
export const isForTakenAddress = ({ context }: Asked) => context.problem === 'address.taken'

const outcome = ({ event }: { event: unknown }) => (event as { output: ProvisioningOutput }).output

export const isProvisioned = (asked: Asked) => outcome(asked).result === 'succeeded'

export const isAddressTaken = (asked: Asked) => outcome(asked).code === 'address.taken'
