/**
 * Mails the code that proves an address, with a link that does the same; the newest of a sign-up is the only one that
 * works.
 *
 * An address that has an account gets another mail: somebody tried to sign up with it. For the visitor nothing differs,
 * the code they are asked for exists and nobody can know it (OWASP Authentication Cheat Sheet, account enumeration).
 *
 * Safe to repeat: code, link and mail are named by the identity. Gives up with `rate.limited` after ten codes to one
 * address within an hour, and with `mail.refused`; fails with `mail.failed`.
 */
import type { SendCode } from '../../../machines/onboarding/onboarding.types.ts'
import type { Write } from '../../records/query.ts'
import type { Tokens } from '../../records/tokens/tokens.ts'
import type { Job, Perform } from '../effect.ts'
import { post, type PostParts } from './post.ts'

export interface CodeParts extends PostParts {
  readonly tokens: Pick<Tokens, 'codeFor' | 'tokenFor' | 'issueAs' | 'revokeAll'>
  /** Whether an address has an account. */
  readonly hasAccount: (email: string) => Promise<boolean>
  /** Where people reach us; no slash at the end. */
  readonly publicUrl: string
  readonly now: () => number
}

const CODES_PER_HOUR = 10
const MINUTE_MS = 60_000

export const sendCode =
  (parts: CodeParts): Perform<SendCode> =>
  async (job) => {
    const { email, worksForMs } = job.input
    const isTaken = await parts.hasAccount(email)
    const { code, link, writes } = namedAfter(parts, job, isTaken)
    const mail = { identity: job.identity, to: email, limit: { kind: 'code', most: CODES_PER_HOUR } }
    const site = parts.publicUrl
    if (isTaken) await post(parts, { ...mail, template: 'someoneTried', props: { site, link: `${site}/portal/` } })
    else
      await post(parts, {
        ...mail,
        template: 'code',
        props: { site, code, link, minutes: worksForMs / MINUTE_MS, untilMs: parts.now() + worksForMs },
      })
    return { output: { sent: true }, writes }
  }

/** The code and the link, and the writes that make them the only ones that work. */
function namedAfter({ tokens, publicUrl }: CodeParts, { input, identity }: Job<SendCode['input']>, isTaken: boolean) {
  const subject = input.onboardingId
  const code = tokens.codeFor(identity)
  const token = tokens.tokenFor(isTaken ? `${identity}/nobody` : identity)
  const issue = { subject, tenant: 'visitors', lifetimeMs: input.worksForMs }
  const [codeId, linkId] = [identity, `${identity}/link`]
  const writes: Write[] = [
    ...tokens.revokeAll(subject, ['verify-code'], codeId),
    ...tokens.revokeAll(subject, ['verify-link'], linkId),
    // nobody can type a token where six digits are asked for
    tokens.issueAs({ ...issue, purpose: 'verify-code', id: codeId, value: isTaken ? token : code }),
    tokens.issueAs({ ...issue, purpose: 'verify-link', id: linkId, value: token }),
  ]
  return { code, link: `${publicUrl}/verify?token=${token}`, writes }
}
