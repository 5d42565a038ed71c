/** What an onboarding remembers, and the inputs it gives to what it asks for. */
import { assign } from 'xstate'
import type { PaymentInput, PaymentOutput } from '../payment/payment.types.ts'
import type { ProvisioningInput, ProvisioningOutput } from '../provisioning/provisioning.types.ts'
import { lookupKeyOf, priceOf } from '../vocabulary/prices.ts'
import type { ProblemCode } from '../vocabulary/problems.ts'
import { CODE_TRIES, onboardingDelays } from './onboarding.delays.ts'
import type {
  CloseCustomer,
  GiveBack,
  OpenAccount,
  OnboardingContext,
  OnboardingEvent,
  OnboardingInput,
  ReadPlans,
  SendCode,
  SendReminder,
  TellRefund,
} from './onboarding.types.ts'

export const emptyContext = (input: OnboardingInput): OnboardingContext => ({
  onboardingId: input.onboardingId,
  embeddingKey: input.embeddingKey,
  locale: input.locale,
  email: '',
  codesSent: 0,
  triesLeft: CODE_TRIES,
  verified: false,
  name: '',
  company: '',
  role: null,
  passwordRef: null,
  plans: [],
  catalogueVersion: null,
  plan: null,
  interval: 'month',
  limits: null,
  seats: 1,
  payments: 0,
  paid: null,
  refund: null,
  steps: [],
  retryInMs: null,
  tenantId: null,
  userId: null,
  slug: null,
  problem: null,
  reference: `TN-${input.onboardingId
    .replace(/[^0-9a-z]/gi, '')
    .slice(-8)
    .toUpperCase()}`,
})

/** The event as the transition that runs an action has it; XState can only say that it is one of the machine's. */
type Of<Type extends OnboardingEvent['type']> = Extract<OnboardingEvent, { type: Type }>

const remember = <Type extends OnboardingEvent['type'], Params = undefined>(
  patch: (context: OnboardingContext, event: Of<Type>, params: Params) => Partial<OnboardingContext>,
) =>
  assign<OnboardingContext, OnboardingEvent, Params, OnboardingEvent, never>(({ context, event }, params) =>
    patch(context, event as Of<Type>, params),
  )

/** The same for the result of something asked for. */
const rememberResult = <Output>(patch: (output: Output) => Partial<OnboardingContext>) =>
  remember((_, event) => patch((event as unknown as { output: Output }).output))

export const onboardingActions = {
  keepAddress: remember<'address.submitted'>((_, { email }) => ({ email, problem: null })),
  countCode: remember(({ codesSent }) => ({ codesSent: codesSent + 1, triesLeft: CODE_TRIES, problem: null })),
  forgetCode: remember(() => ({ triesLeft: CODE_TRIES, problem: null })),
  spendTry: remember(({ triesLeft }) => ({ triesLeft: triesLeft - 1, problem: 'code.wrong' })),
  killCode: remember(() => ({ triesLeft: 0, problem: 'code.dead' })),
  markVerified: remember(() => ({ verified: true, problem: null })),
  clearProblem: remember(() => ({ problem: null })),
  keepProblem: remember<never, { problem: ProblemCode }>((_context, _event, { problem }) => ({ problem })),
  keepProfile: remember<'profile.saved'>((before, { name, company, role, passwordRef }) => ({
    name,
    company,
    role,
    passwordRef: passwordRef ?? before.passwordRef,
    problem: null,
  })),
  /** A problem stays: it may say that the plan chosen before is gone from this list. */
  keepPlans: rememberResult<ReadPlans['output']>(({ plans, version }) => ({ plans, catalogueVersion: version })),
  keepPlan: remember<'plan.chosen'>(({ plans }, { plan, interval }) => {
    const { limits = null, startSeats: seats = 1 } = plans.find(({ key }) => key === plan) ?? {}
    return { plan, interval, limits, seats, steps: [], problem: null }
  }),
  countPayment: remember(({ payments }) => ({ payments: payments + 1 })),
  keepPayment: rememberResult<PaymentOutput>(({ customerId, subscriptionId, card }) => ({
    paid: customerId !== null && subscriptionId !== null ? { customerId, subscriptionId, card } : null,
    problem: null,
  })),
  /** Nothing when the person left because they wanted to. */
  keepPaymentProblem: rememberResult<PaymentOutput>(({ problem }) => ({ problem })),
  keepFailure: rememberResult<ProvisioningOutput>(({ code }) => ({
    problem: code === 'address.taken' ? 'address.taken' : 'setup.failed',
  })),
  keepRefund: rememberResult<GiveBack['output']>(({ money }) => ({ refund: money })),
  forgetPayment: remember(() => ({ paid: null })),
  /** Announced: the server writes the mail. */
  tellRefund: (_unused: unknown, _params: TellRefund) => {},
  /** Announced: the server starts the tenant's account. */
  openAccount: (_unused: unknown, _params: OpenAccount) => {},
  keepProgress: remember<'provisioning.progressed'>((_, { steps, retryInMs }) => ({ steps, retryInMs })),
  keepWorkspace: rememberResult<ProvisioningOutput>(({ tenantId, userId, slug }) => ({
    tenantId,
    userId,
    slug,
    passwordRef: null,
    problem: null,
  })),
  forgetPerson: remember(() => ({ email: '', name: '', company: '', role: null, passwordRef: null })),
}

export const codeToSend = (context: OnboardingContext): SendCode['input'] => ({
  onboardingId: context.onboardingId,
  email: context.email,
  number: context.codesSent,
  locale: context.locale,
  worksForMs: onboardingDelays.codeLifetime,
})

export const reminder = (context: OnboardingContext, number: 1 | 2): SendReminder['input'] => ({
  onboardingId: context.onboardingId,
  email: context.email,
  name: context.name,
  locale: context.locale,
  number,
})

/** The tenant an onboarding makes has its name, so a repeated run cannot make a second one. */
export const tenantIdOf = (onboardingId: string): string => `ten_${onboardingId.replace(/^onb_/, '')}`

const planNameOf = ({ plans, plan }: OnboardingContext): string =>
  plans.find(({ key }) => key === plan)?.name ?? plan ?? ''

const licencesOf = ({ plans, plan }: OnboardingContext) => plans.find(({ key }) => key === plan)?.licences ?? []

/** What is to be paid, as the person saw it in the catalogue they chose from. */
export function bill(context: OnboardingContext): PaymentInput {
  const { onboardingId, payments, email, name, company, locale, interval, seats } = context
  const plan = context.plans.find(({ key }) => key === context.plan)
  const price = plan && priceOf(plan, interval)
  if (!plan || !price) throw new Error(`Onboarding ${onboardingId} reached payment without a price.`)
  return {
    paymentId: `${onboardingId}/${payments}`,
    tenantId: tenantIdOf(onboardingId),
    email,
    name,
    company,
    locale,
    plan: plan.key,
    planName: plan.name,
    interval,
    seats,
    price,
    lookupKey: lookupKeyOf(plan.key, interval, price),
  }
}

export function moneyToGiveBack({ onboardingId, paid }: OnboardingContext): GiveBack['input'] {
  if (!paid) throw new Error(`Onboarding ${onboardingId} has nothing to give back.`)
  const { customerId, subscriptionId } = paid
  return { tenantId: tenantIdOf(onboardingId), customerId, subscriptionId }
}

export function refundToTell(context: OnboardingContext): TellRefund {
  const { paid, refund: money, email, name, company, locale, reference, onboardingId } = context
  if (!paid || !money) throw new Error(`Onboarding ${onboardingId} has no refund to tell of.`)
  const { subscriptionId } = paid
  return { subscriptionId, email, name, company, planName: planNameOf(context), locale, reference, money }
}

export const accountToOpen = ({ onboardingId }: OnboardingContext): OpenAccount => ({
  tenantId: tenantIdOf(onboardingId),
})

export const customerToClose = ({ onboardingId, email, payments }: OnboardingContext): CloseCustomer['input'] => ({
  onboardingId,
  tenantId: tenantIdOf(onboardingId),
  email,
  payments,
})

/** What a provisioning run is told. A second try of the same sign-up is the same run: it finds what is left of the first. */
export function order(context: OnboardingContext): ProvisioningInput {
  const { plan, limits, seats, role, passwordRef } = context
  if (plan === null || limits === null || role === null || passwordRef === null)
    throw new Error(`Onboarding ${context.onboardingId} reached provisioning without a plan, a role or a password.`)
  return {
    runId: context.onboardingId,
    tenantId: tenantIdOf(context.onboardingId),
    company: context.company,
    person: { email: context.email, name: context.name, role, locale: context.locale },
    passwordRef,
    plan: { key: plan, name: planNameOf(context), limits, seats, licences: licencesOf(context) },
    catalogueVersion: context.catalogueVersion ?? '',
  }
}
