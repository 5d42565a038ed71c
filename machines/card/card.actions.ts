/** What the replacement of a card remembers, and the inputs it gives to what it asks for. */
import { assign } from 'xstate'
import type { ProblemCode } from '../vocabulary/problems.ts'
import type { AdoptCard, CardContext, CardEvent, CardInput, CloseCard, OpenCard, ReadCard } from './card.types.ts'

export const emptyContext = ({ cardId, tenantId }: CardInput): CardContext => ({
  cardId,
  tenantId,
  attempt: 1,
  setupIntentId: null,
  card: null,
  problem: null,
})

const remember = <Output = unknown>(patch: (context: CardContext, output: Output) => Partial<CardContext>) =>
  assign<CardContext, CardEvent, undefined, CardEvent, never>(({ context, event }) =>
    patch(context, (event as unknown as { output: Output }).output),
  )

export const cardActions = {
  /** Another attempt needs another form. A problem stays to be shown. */
  countAttempt: remember(({ attempt }) => ({ attempt: attempt + 1, setupIntentId: null, card: null })),
  keepSetup: remember<OpenCard['output']>((_, { setupIntentId }) => ({ setupIntentId })),
  keepCard: remember<ReadCard['output']>((_, output) => ({
    card: output.state === 'succeeded' ? output.card : null,
    problem: null,
  })),
  keepProblem: remember<{ problem?: ProblemCode | null }>((_, { problem }) => ({ problem: problem ?? null })),
  blameProvider: remember(() => ({ problem: 'payment.unreachable' })),
  clearProblem: remember(() => ({ problem: null })),
}

const known = ({ cardId, setupIntentId }: CardContext): string => {
  if (setupIntentId === null) throw new Error(`Card ${cardId} has no set-up to ask about.`)
  return setupIntentId
}

export const whose = ({ cardId, tenantId }: CardContext): CloseCard['input'] => ({ cardId, tenantId })
export const setupToOpen = (context: CardContext): OpenCard['input'] => ({
  ...whose(context),
  attempt: context.attempt,
})
export const setupToRead = (context: CardContext): ReadCard['input'] => ({ setupIntentId: known(context) })
export const cardToAdopt = (context: CardContext): AdoptCard['input'] => ({
  ...whose(context),
  setupIntentId: known(context),
})
