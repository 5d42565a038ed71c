/** What an account remembers, and the inputs it gives to what it asks for. */
import { assign } from 'xstate'
import { codeOf } from '../kit/effect.ts'
import type { PaymentInput, PaymentOutput } from '../payment/payment.types.ts'
import type { Interval } from '../vocabulary/plans.ts'
import { toProblem } from '../vocabulary/problems.ts'
import { type Crossing, crossingKey } from '../vocabulary/meters.ts'
import { stepLastsMs } from './account.delays.ts'
import type {
  AccountContext,
  AccountEvent,
  AccountInput,
  ApplyPlan,
  DunningStep,
  Offer,
  ReadBooks,
  SendDunning,
  SendRecovery,
  SetPlanEnd,
  TellUsage,
} from './account.types.ts'

export const emptyContext = ({ accountId, tenantId }: AccountInput): AccountContext => ({
  accountId,
  tenantId,
  episode: 0,
  debt: null,
  notices: [],
  subscription: null,
  planIsPaid: false,
  upgrades: 0,
  interval: 'month',
  offer: null,
  crossings: [],
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
  markApplied: remember<{ output: ApplyPlan['output'] }>(({ offer, crossings }, { output }) => ({
    planIsPaid: offer !== null,
    crossings: output.crossed.reduce(withCrossing, crossings),
  })),
  keepCrossing: remember<{ crossing: Crossing }>(({ crossings }, { crossing }) => ({
    crossings: withCrossing(crossings, crossing),
  })),
  forgetCrossing: remember(({ crossings }) => ({ crossings: crossings.slice(1) })),
  forgetOffer: remember(() => ({ offer: null })),
  keepInterval: remember<{ interval: Interval }>(({ upgrades }, { interval }) => ({
    interval,
    upgrades: upgrades + 1,
  })),
  keepOffer: remember<{ output: Offer }>((_, { output }) => ({ offer: output })),
  /** Why the payment was left, when that was not the person's own wish. */
  keepPaymentProblem: remember<{ output: PaymentOutput }>((_, { output }) => ({
    offer: null,
    problem: output.problem,
  })),
  keepHold: remember<{ reason: string }>((_, { reason }) => ({ heldBecause: reason })),
  forgetHold: remember(() => ({ heldBecause: null })),
}

/** One that waits already is not told twice. */
const withCrossing = (crossings: readonly Crossing[], crossing: Crossing): readonly Crossing[] =>
  crossings.some((one) => crossingKey(one) === crossingKey(crossing)) ? crossings : [...crossings, crossing]

export const whose = ({ accountId, tenantId }: AccountContext): AccountInput => ({ accountId, tenantId })

export function noticeToSend(context: AccountContext, step: DunningStep): SendDunning['input'] {
  const { episode, debt } = context
  if (!debt) throw new Error(`Account ${context.accountId} owes nothing it could be told of.`)
  return { ...whose(context), episode, step, debt, nextStepMs: stepLastsMs[step] }
}

export function crossingToTell(context: AccountContext): TellUsage['input'] {
  const [crossing] = context.crossings
  if (!crossing) throw new Error(`Account ${context.accountId} has no use to tell of.`)
  return { ...whose(context), crossing }
}

export const thanksToSend = (context: AccountContext): SendRecovery['input'] => ({
  ...whose(context),
  episode: context.episode,
  wasClosed: context.notices.some(({ step }) => step === 'restricted' || step === 'suspended'),
})

/** What is to be paid for the plan, as it was read of the catalogue. */
export function bill(context: AccountContext): PaymentInput {
  const { accountId, tenantId, upgrades } = context
  const { limits: _, licences: __, catalogueVersion: ___, ...offer } = offered(context)
  return { ...offer, paymentId: `${accountId}/${upgrades}`, tenantId }
}

function offered({ accountId, offer }: AccountContext): Offer {
  if (!offer) throw new Error(`Account ${accountId} has no offer to pay for.`)
  return offer
}

export function planToApply(context: AccountContext): ApplyPlan['input'] {
  if (!context.offer) return { ...whose(context), offer: null }
  const { plan, planName, seats, limits, licences, catalogueVersion } = context.offer
  return { ...whose(context), offer: { plan, planName, seats, limits, licences, catalogueVersion } }
}

export function planEnd(context: AccountContext, ends: boolean): SetPlanEnd['input'] {
  const { accountId, subscription } = context
  if (!subscription) throw new Error(`Account ${accountId} has no subscription to end.`)
  return { ...whose(context), subscriptionId: subscription.subscriptionId, ends }
}
