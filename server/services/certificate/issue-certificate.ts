/**
 * Writes, signs and keeps the certificate of a closing.
 *
 * Safe to repeat: a closing has one certificate, and a repeat answers with it. It names no person, no company and no
 * address: a number, the random id of the workspace, what was deleted when, what is kept and why.
 */
import { createHash } from 'node:crypto'
import type { CleanKey, CleanStep } from '../../../machines/cleaning/cleaning.types.ts'
import type { IssueCertificate } from '../../../machines/offboarding/offboarding.types.ts'
import type { Certificates } from '../../records/certificates/certificates.ts'
import type { Perform } from '../effect.ts'
import type { SigningKey } from './signing-key.ts'

export interface CertificateParts {
  readonly certificates: Pick<Certificates, 'keep' | 'ofClosing'>
  readonly key: Pick<SigningKey, 'sign'>
  readonly publicUrl: string
  readonly now: () => number
}

/** What is signed. Times in ISO 8601, UTC. */
export interface CertificateDocument {
  readonly type: 'tenure-deletion-certificate'
  readonly version: 1
  readonly number: string
  readonly issuer: string
  readonly workspace: string
  readonly cancelledAt: string
  readonly endedAt: string
  readonly issuedAt: string
  readonly deleted: readonly { readonly what: CleanKey; readonly count: number; readonly at: string }[]
  readonly kept: readonly {
    readonly what: CleanKey
    readonly count: number
    readonly basis: string
    readonly until: string
  }[]
  /** What stays without a date, because it is about nobody. */
  readonly remains: string
}

export const issueCertificate =
  ({ certificates, key, publicUrl, now }: CertificateParts): Perform<IssueCertificate> =>
  async ({ input }) => {
    const closing = input.offboardingId
    const known = await certificates.ofClosing(closing)
    if (known) return { output: { number: known.number } }
    const issuedAt = now()
    const number = numberOf(closing)
    const document = JSON.stringify(documentOf(input, { number, issuer: publicUrl, issuedAt }), null, 2)
    const kept = await certificates.keep({ number, closing, issuedAt, document, signature: key.sign(document) })
    return { output: { number: kept.number } }
  }

const iso = (at: number | null) => new Date(at ?? 0).toISOString()

function documentOf(
  { tenantId, cancelledAt, stoppedAt, steps }: IssueCertificate['input'],
  { number, issuer, issuedAt }: { number: string; issuer: string; issuedAt: number },
): CertificateDocument {
  const gone = steps.filter(({ retained }) => retained === null)
  return {
    type: 'tenure-deletion-certificate',
    version: 1,
    number,
    issuer,
    workspace: tenantId,
    cancelledAt: iso(cancelledAt),
    endedAt: iso(stoppedAt),
    issuedAt: iso(issuedAt),
    deleted: gone.map(({ key, count, at }) => ({ what: key, count: count ?? 0, at: iso(at) })),
    kept: steps.flatMap((step) => keptLine(step)),
    remains: REMAINS,
  }
}

/** The journals' and the audit log's open parts: the key to the rest is destroyed. */
const REMAINS =
  'When states were entered and kinds of changes made, and the sums that prove it, under the random number of the workspace'

const keptLine = ({ key, retained }: CleanStep): CertificateDocument['kept'] =>
  retained === null ? [] : [{ what: key, count: retained.count, basis: retained.basis, until: iso(retained.until) }]

/** Letters and digits that nobody reads for another: Crockford's base 32. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Named by the closing, whose id is random: 60 bits that nobody guesses. */
function numberOf(closing: string): string {
  const bytes = createHash('sha256').update(`certificate/${closing}`).digest()
  const signs = [...bytes.subarray(0, 12)].map((byte) => ALPHABET[byte % 32]).join('')
  return `TNC-${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`
}
