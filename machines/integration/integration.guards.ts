/** Yes or no, from the context and the event alone. */
import { codeOf } from '../kit/effect.ts'
import type { IntegrationContext } from './integration.types.ts'

interface Asked {
  context: IntegrationContext
  event: unknown
}

/** The provider is a place to go to and come back from, not a key to type. */
export const isAuthorized = ({ context }: Asked) => context.kind === 'github'
export const isTyped = ({ context }: Asked) => context.kind !== 'github'

/** Answers that trying again does not change: a person, or an operator, has to do something. */
const refusals: readonly string[] = [
  'credential.refused',
  'credential.forbidden',
  'namespace.unknown',
  'authorization.expired',
  'integration.misconfigured',
]
export const isRefused = ({ event }: Asked) => refusals.includes(codeOf((event as { error?: unknown }).error))

export const hasCode = ({ context }: Asked) => context.codeRef !== null
export const hasCredential = ({ context }: Asked) => context.credentialRef !== null
/** It worked once. */
export const wasConnected = ({ context }: Asked) => context.connectedAt !== null
export const isClosing = ({ context }: Asked) => context.isClosing
