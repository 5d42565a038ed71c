/**
 * Tells somebody whose workspace could not be made that their money is on its way back.
 *
 * Safe to repeat: the mail is named by the subscription. An address nobody takes mail at is no reason to try on. Fails
 * with `mail.failed`.
 */
import type { TellRefund } from '../../../machines/onboarding/onboarding.types.ts'
import { EffectError, type Perform } from '../effect.ts'
import { post, type PostParts } from './post.ts'

export interface RefundParts extends PostParts {
  readonly publicUrl: string
}

export const tellRefund =
  (parts: RefundParts): Perform<{ input: TellRefund; output: null }> =>
  async ({ input: { email, name, company, planName, money: amount, reference }, identity }) => {
    const { publicUrl: site } = parts
    const props = { site, name, company, planName, amount, reference, link: `${site}/signup` }
    await post(parts, { identity, to: email, template: 'refunded', props }).catch((error: unknown) => {
      if (!(error instanceof EffectError && error.code === 'mail.refused')) throw error
    })
    return { output: null }
  }
