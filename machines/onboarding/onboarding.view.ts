/**
 * What a visitor may see of their own onboarding. An allow-list with the context's own names, so a screen reads the
 * server's view and a story's fixture in the same way. The password's reference and the embedding key stay out.
 */
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
  'steps',
  'retryInMs',
  'slug',
  'problem',
  'reference',
] as const satisfies readonly (keyof OnboardingContext)[]

export type OnboardingView = Pick<OnboardingContext, (typeof shown)[number]> & {
  /** A password is kept, so the profile may be saved again without typing it. */
  readonly passwordKept: boolean
}

export function onboardingView(context: OnboardingContext): OnboardingView {
  const view = Object.fromEntries(shown.map((name) => [name, context[name]])) as Omit<OnboardingView, 'passwordKept'>
  return { ...view, passwordKept: context.passwordRef !== null }
}
