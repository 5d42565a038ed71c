/** What may be seen of an account, and how its state reads. An allow-list: ids at the provider never leave the server. */
import type { StateValue } from 'xstate'
import type { CallerKind } from '../kit/flow.ts'
import { accessOf, type AccountStates } from '../vocabulary/access.ts'
import type { AccountContext, Debt, LiveSubscription, Offer, SentNotice } from './account.types.ts'

export interface AccountView {
  readonly debt: Omit<Debt, 'invoiceId'> | null
  readonly notices: readonly SentNotice[]
  readonly plan: Omit<LiveSubscription, 'subscriptionId'> | null
  readonly planIsPaid: boolean
  /** What is being paid for, while somebody does. */
  readonly offer: Pick<Offer, 'planName' | 'seats' | 'price' | 'interval'> | null
  readonly problem: AccountContext['problem']
}

/** Members with `billing.read`, operators and our own server; visitors see nothing. */
export function accountView(
  context: AccountContext,
  caller: CallerKind,
): AccountView | (AccountView & { heldBecause: string | null }) | object {
  if (caller === 'visitor') return {}
  const { notices, planIsPaid, problem, heldBecause } = context
  const view: AccountView = {
    debt: shown(context.debt),
    notices,
    plan: planOf(context),
    planIsPaid,
    offer: offerOf(context),
    problem,
  }
  return caller === 'operator' ? { ...view, heldBecause } : view
}

function shown(debt: Debt | null): AccountView['debt'] {
  if (!debt) return null
  const { invoiceId: _, ...rest } = debt
  return rest
}

const planOf = ({ subscription }: AccountContext) =>
  subscription && { periodEnd: subscription.periodEnd, cancelAt: subscription.cancelAt }

function offerOf({ offer }: AccountContext): AccountView['offer'] {
  if (!offer) return null
  const { planName, seats, price, interval } = offer
  return { planName, seats, price, interval }
}

type Regions = Readonly<Record<string, StateValue>>

/** The states that decide on access, out of a state value. `books`, `plan` and `usage` have no say in it. */
export function statesOf(value: StateValue): AccountStates {
  if (value === 'closed') return { lifecycle: 'closed', standing: 'good', provisioning: 'ready', hold: 'clear' }
  const { lifecycle, standing, provisioning, hold } = (value as { open: Regions }).open
  return { lifecycle, standing: standingOf(standing!), provisioning, hold } as AccountStates
}

/** `{ owing: { grace: 'told' } }` is `grace`. */
function standingOf(standing: StateValue): string {
  if (typeof standing === 'string') return standing
  const step = (standing as { owing: StateValue }).owing
  return typeof step === 'string' ? step : Object.keys(step)[0]!
}

/** How much of the workspace an account in that state leaves open, and why not more. */
export const accessIn = (value: StateValue) => accessOf(statesOf(value))
