/**
 * Tries a key at its company, and looks what it opens.
 *
 * Safe to repeat: it only reads. Gives up with `credential.refused`, `credential.forbidden`, `namespace.unknown` and
 * `integration.misconfigured`; fails with `provider.unreachable`.
 */
import type { CheckCredential } from '../../../machines/integration/integration.types.ts'
import type { Ledger } from '../../records/tenants/ledger.ts'
import type { Perform } from '../effect.ts'
import { type KeyParts, keyOf, providerOf } from './keys.ts'
import { resourceOf } from './resource.ts'

export interface CheckParts extends KeyParts {
  readonly ledger: Pick<Ledger, 'intend' | 'present'>
  readonly now: () => number
}

export const checkCredential =
  (parts: CheckParts): Perform<CheckCredential> =>
  async ({ input, signal }) => {
    const { credentialRef, namespace, kind } = input
    const provider = providerOf(parts, kind)
    const key = await keyOf(parts, credentialRef)
    const seen = await provider.check({ key, namespace }, signal)
    // from now on there is something at the company that has to be taken back one day
    const resource = resourceOf(input)
    await parts.ledger.intend(resource)
    return { output: { ...seen, at: parts.now() }, writes: [parts.ledger.present(resource.identity, { kind })] }
  }
