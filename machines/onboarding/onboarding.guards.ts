/** Yes or no, from the context and the event alone. */
import type { ProvisioningOutput } from '../provisioning/provisioning.types.ts'
import { CODES_PER_SIGN_UP } from './onboarding.delays.ts'
import type { OnboardingContext, OnboardingEvent } from './onboarding.types.ts'

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

export const isOffered = ({ context, event }: Asked) =>
  event.type === 'plan.chosen' && context.plans.some(({ key }) => key === event.plan)

const outcome = ({ event }: { event: unknown }) => (event as { output: ProvisioningOutput }).output

export const isProvisioned = (asked: Asked) => outcome(asked).result === 'succeeded'

export const isAddressTaken = (asked: Asked) => outcome(asked).code === 'address.taken'
