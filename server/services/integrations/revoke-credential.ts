/**
 * Takes a key back at its company.
 *
 * Safe to repeat: one that is not known there any more counts as taken back. Where there is no call for it, a person has to,
 * and is told so. Gives up with what the company refuses us for; fails with `provider.unreachable`.
 */
import type { RevokeCredential } from '../../../machines/integration/integration.types.ts'
import { EffectError, type Perform } from '../effect.ts'
import { type KeyParts, providerOf } from './keys.ts'

export const revokeCredential =
  (parts: KeyParts): Perform<RevokeCredential> =>
  async ({ input: { credentialRef, kind, namespace }, signal }) => {
    const key = await parts.secrets.read(credentialRef)
    if (key === null) return { output: { revocation: 'gone' } }
    try {
      return { output: { revocation: await providerOf(parts, kind).revoke({ key, namespace }, signal) } }
    } catch (error) {
      // our own rights are refused here, and those may come back: it is tried as often as anything else
      if (error instanceof EffectError && error.final)
        throw new EffectError('provider.unreachable', `${kind} refuses to take a key back: ${error.message}`)
      throw error
    }
  }
