/** What a payment remembers, and the inputs it gives to what it asks for. */
import { assign } from 'xstate'
import { codeOf } from '../kit/effect.ts'
import { type ProblemCode, toProblem } from '../vocabulary/problems.ts'
import type {
  CloseSetup,
  OpenSetup,
  PaymentContext,
  PaymentEvent,
  PaymentInput,
  PaymentOutput,
  ReadSetup,
  ReadSubscription,
  Subscribe,
} from './payment.types.ts'

export const emptyContext = (input: PaymentInput): PaymentContext => ({
  ...input,
  attempt: 1,
  customerId: input.knownCustomer ?? null,
  setupIntentId: null,
  subscriptionId: null,
  card: null,
  paid: false,
  problem: null,
})

const remember = <Output = unknown>(patch: (context: PaymentContext, output: Output) => Partial<PaymentContext>) =>
  assign<PaymentContext, PaymentEvent, undefined, PaymentEvent, never>(({ context, event }) =>
    patch(context, (event as unknown as { output: Output }).output),
  )

export const paymentActions = {
  /** Another attempt forgets what the last one opened; the customer stays the same. A problem stays to be shown. */
  countAttempt: remember(({ attempt }) => ({
    attempt: attempt + 1,
    setupIntentId: null,
    subscriptionId: null,
    card: null,
  })),
  keepSetup: remember<OpenSetup['output']>((_, { customerId, setupIntentId }) => ({ customerId, setupIntentId })),
  keepCard: remember<ReadSetup['output']>((_, output) => ({
    card: output.state === 'succeeded' ? output.card : null,
    problem: null,
  })),
  keepSubscription: remember<Subscribe['output']>((_, output) => ({
    subscriptionId: output.state === 'declined' ? null : output.subscriptionId,
    problem: null,
  })),
  keepProblem: remember<{ problem?: ProblemCode | null }>((_, { problem }) => ({ problem: problem ?? null })),
  /** Nothing new is no reason to take away what the person is reading. */
  keepNews: remember<{ problem?: ProblemCode | null }>((before, { problem }) => ({
    problem: problem ?? before.problem,
  })),
  markPaid: remember(() => ({ paid: true, problem: null })),
  /** What was agreed to is no longer for sale as it was: the person has to choose again. */
  keepRefusal: assign<PaymentContext, PaymentEvent, undefined, PaymentEvent, never>(({ event }) => ({
    problem: toProblem(codeOf((event as unknown as { error?: unknown }).error)),
  })),
  blameProvider: remember(() => ({ problem: 'payment.unreachable' })),
  clearProblem: remember(() => ({ problem: null })),
}

const known = (id: string | null, what: string): string => {
  if (id === null) throw new Error(`The payment has no ${what} to ask about.`)
  return id
}

export const setupToOpen = (context: PaymentContext): OpenSetup['input'] => {
  const { paymentId, tenantId, email, name, company, locale, attempt, customerId } = context
  const { plan, planName, interval, price, lookupKey } = context
  const who = { paymentId, tenantId, email, name, company, locale, attempt, customerId }
  return { ...who, plan, planName, interval, price, lookupKey }
}
export const setupToRead = ({ setupIntentId }: PaymentContext): ReadSetup['input'] => ({
  setupIntentId: known(setupIntentId, 'card set-up'),
})
export const subscriptionToMake = (context: PaymentContext): Subscribe['input'] => {
  const { paymentId, tenantId, plan, planName, interval, seats, price, lookupKey, attempt } = context
  return {
    paymentId,
    tenantId,
    plan,
    planName,
    interval,
    seats,
    price,
    lookupKey,
    attempt,
    customerId: known(context.customerId, 'customer'),
    setupIntentId: known(context.setupIntentId, 'card set-up'),
  }
}
export const subscriptionToRead = ({ subscriptionId }: PaymentContext): ReadSubscription['input'] => ({
  subscriptionId: known(subscriptionId, 'subscription'),
})
export const setupToClose = (context: PaymentContext): CloseSetup['input'] => {
  const { paymentId, tenantId, email, customerId, knownCustomer } = context
  return { paymentId, tenantId, email, customerId, ...(knownCustomer !== undefined && { ownOnly: true }) }
}

/** What was left has no subscription: `closing` took back whatever there was. */
export const outcome = ({ customerId, subscriptionId, card, paid, problem }: PaymentContext): PaymentOutput => ({
  result: paid ? 'paid' : 'left',
  customerId,
  subscriptionId: paid ? subscriptionId : null,
  card: paid ? card : null,
  problem,
})
