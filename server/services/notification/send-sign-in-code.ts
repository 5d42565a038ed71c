/**
 * Mails the code that signs somebody in. An address without an account gets a mail that says so; for whoever asked,
 * nothing differs.
 *
 * Safe to repeat: code and mail are named by the identity. Gives up with `rate.limited` after ten codes to one address
 * within an hour, and with `mail.refused`; fails with `mail.failed`.
 */
import type { SendSignInCode } from '../../../machines/sign-in/sign-in.types.ts'
import type { Perform } from '../effect.ts'
import { post } from './post.ts'
import type { CodeParts } from './send-code.ts'

const CODES_PER_HOUR = 10
const MINUTE_MS = 60_000

export const sendSignInCode =
  (parts: CodeParts): Perform<SendSignInCode> =>
  async ({ input, identity }) => {
    const { signInId, email, worksForMs } = input
    const { tokens, publicUrl: site } = parts
    const isKnown = await parts.hasAccount(email)
    const code = tokens.codeFor(identity)
    const mail = { identity, to: email, limit: { kind: 'sign-in-code', most: CODES_PER_HOUR } }
    const untilMs = parts.now() + worksForMs
    if (isKnown)
      await post(parts, {
        ...mail,
        template: 'signInCode',
        props: { site, code, minutes: worksForMs / MINUTE_MS, untilMs },
      })
    else await post(parts, { ...mail, template: 'noAccount', props: { site, link: `${site}/signup` } })

    const issue = { purpose: 'sign-in-code', subject: signInId, tenant: 'visitors', lifetimeMs: worksForMs } as const
    // nobody can type a token where six digits are asked for
    const value = isKnown ? code : tokens.tokenFor(identity)
    return {
      output: { sent: true },
      writes: [
        ...tokens.revokeAll(signInId, ['sign-in-code'], identity),
        tokens.issueAs({ ...issue, id: identity, value }),
      ],
    }
  }
