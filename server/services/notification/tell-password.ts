/**
 * Tells somebody by mail that their password is another one.
 *
 * Safe to repeat: the mail is named by the change. Gives up with `mail.refused`; fails with `mail.failed`.
 */
import type { TellPassword } from '../../../machines/password/password.types.ts'
import type { Perform } from '../effect.ts'
import { post, type PostParts } from './post.ts'

export interface TellPasswordParts extends PostParts {
  readonly publicUrl: string
  readonly now: () => number
}

export const tellPassword =
  (parts: TellPasswordParts): Perform<TellPassword> =>
  async ({ input: { email, name }, identity }) => {
    const { publicUrl: site, now } = parts
    const props = { site, name, atMs: now(), link: `${site}/portal/sign-in` }
    await post(parts, { identity, to: email, template: 'passwordChanged', props })
    return { output: { told: true } }
  }
