/** What an onboarding's chart is written in: its types, and what its states may name. */
import { setup } from 'xstate'
import { paymentMachine } from '../payment/payment.machine.ts'
import { provisioningMachine } from '../provisioning/provisioning.machine.ts'
import * as act from './onboarding.actions.ts'
import { onboardingDelays } from './onboarding.delays.ts'
import { closeCustomer, forget, giveBack, readPlans, sendCode, sendReminder } from './onboarding.effects.ts'
import * as is from './onboarding.guards.ts'
import type { OnboardingContext, OnboardingEvent, OnboardingInput } from './onboarding.types.ts'
import type { LeafTag, StateMeta } from '../kit/flow.ts'

export const onboarding = setup({
  types: {
    input: {} as OnboardingInput,
    context: {} as OnboardingContext,
    events: {} as OnboardingEvent,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: {
    sendCode,
    readPlans,
    sendReminder,
    forget,
    giveBack,
    closeCustomer,
    payment: paymentMachine,
    provisioning: provisioningMachine,
  },
  actions: act.onboardingActions,
  guards: {
    hasTriesLeft: is.hasTriesLeft,
    hasCodesLeft: is.hasCodesLeft,
    hasPassword: is.hasPassword,
    isFree: is.isFree,
    isPaidByCard: is.isPaidByCard,
    isPaid: is.isPaid,
    isPaidFor: is.isPaidFor,
    isMoneyBack: is.isMoneyBack,
    hasPayments: is.hasPayments,
    needsPayment: is.needsPayment,
    isForTakenAddress: is.isForTakenAddress,
    isProvisioned: is.isProvisioned,
    isAddressTaken: is.isAddressTaken,
  },
  delays: onboardingDelays,
})
