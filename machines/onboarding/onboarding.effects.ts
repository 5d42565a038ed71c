/** What an onboarding asks for. The bodies stand in `server/services/`. */
import { effect } from '../kit/effect.ts'
import type {
  CloseCustomer,
  Forget,
  GiveBack,
  OpenAccount,
  ReadPlans,
  SendCode,
  SendReminder,
  TellRefund,
} from './onboarding.types.ts'

export const sendCode = effect<SendCode['input'], SendCode['output']>({
  identity: ({ onboardingId, number }) => `code/${onboardingId}/${number}`,
  attempts: 4,
  backoffMs: 1000,
})

export const readPlans = effect<ReadPlans['input'], ReadPlans['output']>({
  identity: ({ onboardingId }) => `plans/${onboardingId}`,
  attempts: 3,
  deadlineMs: 5000,
})

export const sendReminder = effect<SendReminder['input'], SendReminder['output']>({
  identity: ({ onboardingId, number }) => `reminder/${onboardingId}/${number}`,
  attempts: 12,
  maxBackoffMs: 3_600_000,
})

export const giveBack = effect<GiveBack['input'], GiveBack['output']>({
  identity: ({ subscriptionId }) => `give-back/${subscriptionId}`,
  attempts: 8,
})

/** Announced: the person does not wait for the mail, and it is tried for days. */
export const tellRefund = {
  identity: ({ subscriptionId }: TellRefund) => `refund/${subscriptionId}`,
  attempts: 80,
  maxBackoffMs: 3_600_000,
}

/**
 * Announced: asked for in the commit that makes the workspace ready, and tried until it is done, so no crash can leave a
 * workspace without its account. Making it twice makes it once.
 */
export const openAccount = {
  identity: ({ tenantId }: OpenAccount) => `account/${tenantId}`,
  attempts: 40,
  maxBackoffMs: 3_600_000,
}

export const closeCustomer = effect<CloseCustomer['input'], CloseCustomer['output']>({
  identity: ({ onboardingId, payments }) => `close-customer/${onboardingId}/${payments}`,
  attempts: 40,
  maxBackoffMs: 3_600_000,
})

export const forget = effect<Forget['input'], Forget['output']>({
  identity: ({ onboardingId }) => `forget/${onboardingId}`,
  attempts: 12,
})
