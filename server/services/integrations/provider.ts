/** What the effects of an integration need from another company, in our words. */
import type { IntegrationKind, Revocation, Seen } from '../../../machines/integration/integration.types.ts'

/** A key, and where it is good. */
export interface Credential {
  readonly key: string
  readonly namespace: string | null
}

/**
 * One company. Every call fails with `provider.unreachable` when it cannot be had, and gives up with `credential.refused`,
 * `credential.forbidden` or `namespace.unknown` when it said no.
 */
export interface Provider {
  /** Tries the key, and looks what it opens. Reads only. */
  check(credential: Credential, signal: AbortSignal): Promise<Seen>
  /** Takes the key back there. One it does not know any more is `gone`; `by hand` where it has no call for it. */
  revoke(credential: Credential, signal: AbortSignal): Promise<Revocation>
}

export interface Code {
  readonly code: string
  /** What the person was sent there with the digest of (RFC 7636). */
  readonly verifier: string
}

/** One to which people go and say yes there. */
export interface Authorizer extends Provider {
  /** Where a person is sent. `challenge`: the digest of the verifier. */
  authorizeUrl(state: string, challenge: string): string
  /** Answers with the key. Gives up with `authorization.expired` and `integration.misconfigured`. */
  exchange(code: Code, signal: AbortSignal): Promise<string>
}

/** Null where nobody has told us where it is, or told it of us. */
export interface Providers extends Readonly<Record<Exclude<IntegrationKind, 'github'>, Provider | null>> {
  readonly github: Authorizer | null
}

/** Most things of an account that are listed. */
export const MOST_FOUND = 100
