/** What a connection to an outside company knows, hears and asks for. Times in milliseconds since 1970. */

export const integrationKinds = ['github', 'anthropic', 'npm', 'openvsx'] as const
export type IntegrationKind = (typeof integrationKinds)[number]

/** Given by the server when a member connects; the caller chooses only the kind. */
export interface IntegrationInput {
  readonly integrationId: string
  readonly tenantId: string
  readonly kind: IntegrationKind
}

export const integrationProblems = [
  /** The provider does not know the key, or not any more. */
  'credential.refused',
  /** It knows the key, which may not do what we need. */
  'credential.forbidden',
  'namespace.unknown',
  /** The person said no at the provider. */
  'authorization.denied',
  /** The provider's code was used or too old when we handed it in. */
  'authorization.expired',
  /** Nobody came back from the provider in time. */
  'authorization.abandoned',
  /** The provider refuses ourselves: an operator has to look at the configuration. */
  'integration.misconfigured',
  'provider.unreachable',
] as const
export type IntegrationProblem = (typeof integrationProblems)[number]

/** Something the credential opens: a repository, a model, a package, an extension. */
export interface Found {
  readonly name: string
  readonly isPrivate: boolean
}
/** What a provider says about a credential that works. */
export interface Seen {
  /** What the account is called there. */
  readonly account: string
  /** The first of what it opens. */
  readonly found: readonly Found[]
  readonly hasMore: boolean
}

/**
 * What became of the credential at the provider: taken back there, gone there already, nothing to take back, to be deleted
 * there by a person because the provider has no call for it, or refused again and again.
 */
export type Revocation = 'revoked' | 'gone' | 'none' | 'by hand' | 'failed'

export interface IntegrationContext extends IntegrationInput {
  /** Where a token is good for one namespace only. */
  readonly namespace: string | null
  /** Stands for the sealed key; null before there is one. */
  readonly credentialRef: string | null
  /** Stand for what the provider sent back with the person, until it is exchanged. */
  readonly codeRef: string | null
  readonly verifierRef: string | null
  /** Counts codes that were exchanged; names the exchange. */
  readonly round: number
  readonly seen: Seen | null
  /** When it first worked. */
  readonly connectedAt: number | null
  readonly checkedAt: number | null
  readonly problem: IntegrationProblem | null
  /** Counts looks in a row that the provider did not answer; we ask more seldom the longer that lasts. */
  readonly misses: number
  /** Counts how often it broke; names what people are told. */
  readonly breaks: number
  /** The workspace goes, so a key that could not be taken back needs a human. */
  readonly isClosing: boolean
  readonly revocation: Revocation
}

export type IntegrationEvent =
  | { type: 'credential.given'; credentialRef: string; namespace?: string }
  /** A member is on the way to the provider. */
  | { type: 'authorization.begun' }
  /** They came back with a code. */
  | { type: 'authorization.granted'; codeRef: string; verifierRef: string }
  | { type: 'authorization.denied' }
  | { type: 'check.asked' }
  | { type: 'integration.retried' }
  | { type: 'disconnect.asked' }
  | { type: 'workspace.closed' }

/** Every effect knows the integration it works for. */
interface Ours extends IntegrationInput {
  readonly namespace: string | null
}
/** Hands the code in for a key, which is sealed at once. */
export interface ExchangeCode {
  input: Ours & { readonly round: number; readonly codeRef: string; readonly verifierRef: string }
  output: { readonly credentialRef: string }
}
/** Tries the key at the provider, and looks what it opens. */
export interface CheckCredential {
  input: Ours & { readonly credentialRef: string }
  output: Seen & { readonly at: number }
}
export interface RevokeCredential {
  input: Ours & { readonly credentialRef: string }
  output: { readonly revocation: Revocation }
}
/** Deletes what was sealed, and makes room for another of its kind. */
export interface ForgetIntegration {
  input: IntegrationInput
  output: { readonly forgotten: true }
}
/** Whoever could reconnect it hears that it broke. */
export interface TellBroken {
  input: IntegrationInput & { readonly account: string; readonly breaks: number }
  output: { readonly told: true }
}
