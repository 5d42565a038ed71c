/** What an account remembers, and the inputs it gives to what it asks for. */
import { assign } from 'xstate'
import { codeOf } from '../kit/effect.ts'
import { toProblem } from '../vocabulary/problems.ts'
import { stepLastsMs } from './account.delays.ts'
import type {
  AccountContext,
  AccountEvent,
  AccountInput,
  DunningStep,
  ReadBooks,
  SendDunning,
  SendRecovery,
  SetPlanEnd,
} from './account.types.ts'

export const emptyContext = ({ accountId, tenantId }: AccountInput): AccountContext => ({
  accountId,
  tenantId,
  episode: 0,
  debt: null,
  notices: [],
  subscription: null,
  planIsPaid: false,
  problem: null,
  heldBecause: null,
})

const remember = <Result = unknown, Params = undefined>(
  patch: (context: AccountContext, event: Result, params: Params) => Partial<AccountContext>,
) =>
  assign<AccountContext, AccountEvent, Params, AccountEvent, never>(({ context, event }, params) =>
    patch(context, event as unknown as Result, params),
  )

export const accountActions = {
  keepBooks: remember<{ output: ReadBooks['output'] }>((_, { output }) => ({
    debt: output.debt,
    subscription: output.subscription,
    planIsPaid: output.planIsPaid,
  })),
  beginEpisode: remember(({ episode }) => ({ episode: episode + 1, notices: [] })),
  keepNotice: remember<{ output: { at: number } }, { step: DunningStep }>(({ notices }, { output }, { step }) => ({
    notices: [...notices, { step, at: output.at }],
  })),
  keepPlanEnd: remember<{ output: { cancelAt: number | null } }>(({ subscription }, { output }) => ({
    subscription: subscription && { ...subscription, cancelAt: output.cancelAt },
    problem: null,
  })),
  keepProblem: remember<{ error?: unknown }>((_, { error }) => ({ problem: toProblem(codeOf(error)) })),
  clearProblem: remember(() => ({ problem: null })),
  markFree: remember(() => ({ planIsPaid: false })),
  keepHold: remember<{ reason: string }>((_, { reason }) => ({ heldBecause: reason })),
  forgetHold: remember(() => ({ heldBecause: null })),
}

export const whose = ({ accountId, tenantId }: AccountContext): AccountInput => ({ accountId, tenantId })

export function noticeToSend(context: AccountContext, step: DunningStep): SendDunning['input'] {
  const { episode, debt } = context
  if (!debt) throw new Error(`Account ${context.accountId} owes nothing it could be told of.`)
  return { ...whose(context), episode, step, debt, nextStepMs: stepLastsMs[step] }
}

export const thanksToSend = (context: AccountContext): SendRecovery['input'] => ({
  ...whose(context),
  episode: context.episode,
  wasClosed: context.notices.some(({ step }) => step === 'restricted' || step === 'suspended'),
})

export function planEnd(context: AccountContext, ends: boolean): SetPlanEnd['input'] {
  const { accountId, subscription } = context
  if (!subscription) throw new Error(`Account ${accountId} has no subscription to end.`)
  return { ...whose(context), subscriptionId: subscription.subscriptionId, ends }
}
