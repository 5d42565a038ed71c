/**
 * What a visitor may see of their own onboarding. An allow-list with the context's own names, so a screen reads the
 * server's view and a story's fixture in the same way. The password's reference and the embedding key stay out.
 */
import type { PaymentOutput } from '../payment/payment.types.ts'
import type { OnboardingContext } from './onboarding.types.ts'

export const shown = [
  'onboardingId',
  'email',
  'triesLeft',
  'codesSent',
  'name',
  'company',
  'role',
  'plans',
  'plan',
  'interval',
  'seats',
  'steps',
  'retryInMs',
  'slug',
  'problem',
  'reference',
] as const satisfies readonly (keyof OnboardingContext)[]

export type OnboardingView = Pick<OnboardingContext, (typeof shown)[number]> & {
  /** A password is kept, so the profile may be saved again without typing it. */
  readonly passwordKept: boolean
  /** The card that was charged; ids at the provider stay out. */
  readonly card: PaymentOutput['card']
}

export function onboardingView(context: OnboardingContext): OnboardingView {
  const view = Object.fromEntries(shown.map((name) => [name, context[name]])) as Omit<
    OnboardingView,
    'passwordKept' | 'card'
  >
  return { ...view, passwordKept: context.passwordRef !== null, card: context.paid?.card ?? null }
}
