/**
 * What binds a way to another company and back together: the connection, the person, and the verifier (RFC 7636).
 *
 * The verifier is derived from the state and the server's secret, so it is nowhere kept and cannot be guessed.
 */
import { createHash } from 'node:crypto'

/** Whom a state speaks for: one connection, and one person. */
export const stateSubject = (integration: string, userId: string): string => JSON.stringify([integration, userId])

export function readStateSubject(subject: string): { readonly integration: string; readonly userId: string } {
  const [integration, userId] = JSON.parse(subject) as [string, string]
  return { integration, userId }
}

/** Names the verifier that goes with a state; `tokens.tokenFor` makes it. */
export const verifierOf = (state: string): string => `oauth-verifier/${state}`

/** Source: RFC 7636, 4.2, method S256. */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url')
