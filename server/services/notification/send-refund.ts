/**
 * Tells somebody whose workspace could not be made that their money is on its way back.
 *
 * Safe to repeat: the mail is named by the subscription. Gives up with `mail.refused`; fails with `mail.failed`.
 */
import type { SendRefund } from '../../../machines/onboarding/onboarding.types.ts'
import type { Perform } from '../effect.ts'
import { post, type PostParts } from './post.ts'

export interface RefundParts extends PostParts {
  readonly publicUrl: string
}

export const sendRefund =
  (parts: RefundParts): Perform<SendRefund> =>
  async ({ input: { email, name, company, planName, money, reference }, identity }) => {
    const props = {
      site: parts.publicUrl,
      name,
      company,
      planName,
      amount: money,
      reference,
      link: `${parts.publicUrl}/signup`,
    }
    await post(parts, { identity, to: email, template: 'refunded', props })
    return { output: { sent: true } }
  }
