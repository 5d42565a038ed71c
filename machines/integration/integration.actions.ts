/** What an integration remembers, and the inputs it gives to what it asks for. */
import { assign } from 'xstate'
import { codeOf } from '../kit/effect.ts'
import {
  type CheckCredential,
  type ExchangeCode,
  type ForgetIntegration,
  type IntegrationContext,
  type IntegrationEvent,
  type IntegrationInput,
  type IntegrationProblem,
  integrationProblems,
  type Revocation,
  type RevokeCredential,
  type TellBroken,
} from './integration.types.ts'

export const emptyContext = ({ integrationId, tenantId, kind }: IntegrationInput): IntegrationContext => ({
  integrationId,
  tenantId,
  kind,
  namespace: null,
  credentialRef: null,
  codeRef: null,
  verifierRef: null,
  round: 0,
  seen: null,
  connectedAt: null,
  checkedAt: null,
  problem: null,
  misses: 0,
  breaks: 0,
  isClosing: false,
  revocation: 'none',
})

const remember = <Event = unknown, Params = undefined>(
  patch: (context: IntegrationContext, event: Event, params: Params) => Partial<IntegrationContext>,
) =>
  assign<IntegrationContext, IntegrationEvent, Params, IntegrationEvent, never>(({ context, event }, params) =>
    patch(context, event as unknown as Event, params),
  )

type Given = Extract<IntegrationEvent, { type: 'credential.given' }>
type Granted = Extract<IntegrationEvent, { type: 'authorization.granted' }>

export const integrationActions = {
  keepCredential: remember<Given>((_, { credentialRef, namespace }) => ({
    credentialRef,
    namespace: namespace ?? null,
    problem: null,
    misses: 0,
  })),
  keepCode: remember<Granted>(({ round }, { codeRef, verifierRef }) => ({
    codeRef,
    verifierRef,
    round: round + 1,
    problem: null,
  })),
  keepExchanged: remember<{ output: ExchangeCode['output'] }>((_, { output }) => ({
    credentialRef: output.credentialRef,
    codeRef: null,
    verifierRef: null,
  })),
  /** A refused code is of no use to anybody. */
  dropCode: remember(() => ({ codeRef: null, verifierRef: null })),
  keepSeen: remember<{ output: CheckCredential['output'] }>((context, { output: { at, ...seen } }) => ({
    seen,
    checkedAt: at,
    connectedAt: context.connectedAt ?? at,
    problem: null,
    misses: 0,
  })),
  /** A key that was refused is none: there is nothing to take back at the provider. */
  dropCredential: remember(() => ({ credentialRef: null })),
  /** Anything the chart does not know is the provider's fault until somebody knows better. */
  keepProblem: remember<{ error?: unknown }>((_, { error }) => ({
    problem: integrationProblems.find((code) => code === codeOf(error)) ?? 'provider.unreachable',
  })),
  countMiss: remember(({ misses }) => ({ misses: misses + 1 })),
  blame: remember<unknown, { problem: IntegrationProblem }>((_context, _event, { problem }) => ({ problem })),
  clearProblem: remember(() => ({ problem: null })),
  countBreak: remember(({ breaks }) => ({ breaks: breaks + 1 })),
  close: remember(() => ({ isClosing: true })),
  keepRevocation: remember<{ output: RevokeCredential['output'] }>((_, { output }) => ({
    revocation: output.revocation,
  })),
  judgeRevocation: remember<unknown, { revocation: Revocation }>((_context, _event, { revocation }) => ({
    revocation,
  })),
}

export const ours = ({ integrationId, tenantId, kind }: IntegrationContext): ForgetIntegration['input'] => ({
  integrationId,
  tenantId,
  kind,
})

const known = (context: IntegrationContext): string => {
  if (context.credentialRef === null) throw new Error(`Integration ${context.integrationId} has no key.`)
  return context.credentialRef
}

/** The key, and where it is good: to be tried, or to be taken back. */
export const credentialOf = (context: IntegrationContext): CheckCredential['input'] => ({
  ...ours(context),
  namespace: context.namespace,
  credentialRef: known(context),
})

export function codeToExchange(context: IntegrationContext): ExchangeCode['input'] {
  const { codeRef, verifierRef, round, namespace } = context
  if (codeRef === null || verifierRef === null)
    throw new Error(`Integration ${context.integrationId} has no code to hand in.`)
  return { ...ours(context), namespace, round, codeRef, verifierRef }
}

export const broken = (context: IntegrationContext): TellBroken['input'] => ({
  ...ours(context),
  account: context.seen?.account ?? '',
  breaks: context.breaks,
})
