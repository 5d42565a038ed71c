/** What may be seen of a leaving. An allow-list: feedback and addresses are for nobody's page. */
import type { OffboardingContext } from './offboarding.types.ts'

export type OffboardingView = Pick<
  OffboardingContext,
  'preview' | 'when' | 'cancelledAt' | 'endsAt' | 'stoppedAt' | 'retrievalEndsAt' | 'steps' | 'certificate' | 'problem'
> & { readonly isStuck: boolean }

export function offboardingView(context: OffboardingContext): OffboardingView {
  const { preview, when, cancelledAt, endsAt, stoppedAt, retrievalEndsAt, steps, certificate, problem } = context
  return {
    preview,
    when,
    cancelledAt,
    endsAt,
    stoppedAt,
    retrievalEndsAt,
    steps,
    certificate,
    problem,
    isStuck: context.stuck !== null,
  }
}
