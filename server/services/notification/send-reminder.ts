/**
 * Reminds somebody of a sign-up they left, with a link that resumes it on any device.
 *
 * Safe to repeat: link and mail are named by the identity. Gives up with `mail.refused`; fails with `mail.failed`.
 */
import { onboardingDelays } from '../../../machines/onboarding/onboarding.delays.ts'
import type { SendReminder } from '../../../machines/onboarding/onboarding.types.ts'
import type { Tokens } from '../../records/tokens/tokens.ts'
import type { Perform } from '../effect.ts'
import { post, type PostParts } from './post.ts'

export interface ReminderParts extends PostParts {
  readonly tokens: Pick<Tokens, 'tokenFor' | 'issueAs'>
  readonly publicUrl: string
}

/** A link works for as long as there is something to come back to. */
const { secondReminder, abandonAfter, forgetAfter } = onboardingDelays
const lifetimeMs = secondReminder + abandonAfter + forgetAfter

export const sendReminder =
  (parts: ReminderParts): Perform<SendReminder> =>
  async ({ input: { onboardingId, email, name, number }, identity }) => {
    const token = parts.tokens.tokenFor(identity)
    const link = `${parts.publicUrl}/signup?resume=${token}`
    await post(parts, {
      identity,
      to: email,
      template: 'reminder',
      props: { site: parts.publicUrl, name, link, number },
    })
    const issue = { purpose: 'resume', subject: onboardingId, tenant: 'visitors', lifetimeMs } as const
    return { output: { sent: true }, writes: [parts.tokens.issueAs({ ...issue, id: identity, value: token })] }
  }
