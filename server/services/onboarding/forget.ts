/**
 * Forgets a sign-up that came to nothing: its codes, links and flow tokens, and the password kept for it.
 *
 * Safe to repeat: what is gone stays gone. The deletions commit with the result.
 */
import type { Forget } from '../../../machines/onboarding/onboarding.types.ts'
import type { Credentials } from '../../records/credentials/credentials.ts'
import type { Tokens } from '../../records/tokens/tokens.ts'
import type { Perform } from '../effect.ts'

export interface ForgetParts {
  readonly tokens: Pick<Tokens, 'forget'>
  readonly credentials: Pick<Credentials, 'forget'>
}

export const forget =
  ({ tokens, credentials }: ForgetParts): Perform<Forget> =>
  async ({ input: { onboardingId } }) => ({
    output: { forgotten: true },
    writes: [tokens.forget(onboardingId), credentials.forget(onboardingId)],
  })
