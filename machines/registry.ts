/**
 * Every chart there is. A released version stays here while a row still uses it; new actors start with the last one.
 * Children stand before the charts that invoke them.
 */
import { invitationFlow } from './invitation/invitation.flow.ts'
import { accountFlow } from './account/account.flow.ts'
import { cardFlow } from './card/card.flow.ts'
import { cleaningFlow } from './cleaning/cleaning.flow.ts'
import { exportFlow } from './export/export.flow.ts'
import { licensingFlow } from './licensing/licensing.flow.ts'
import { integrationFlow } from './integration/integration.flow.ts'
import { offboardingFlow } from './offboarding/offboarding.flow.ts'
import { onboardingFlow } from './onboarding/onboarding.flow.ts'
import { passwordFlow } from './password/password.flow.ts'
import { paymentFlow } from './payment/payment.flow.ts'
import { provisioningFlow } from './provisioning/provisioning.flow.ts'
import { removalFlow } from './removal/removal.flow.ts'
import { signInFlow } from './sign-in/sign-in.flow.ts'
import { webhookFlow } from './webhook/webhook.flow.ts'

export const flows = [
  provisioningFlow,
  paymentFlow,
  onboardingFlow,
  signInFlow,
  webhookFlow,
  invitationFlow,
  removalFlow,
  licensingFlow,
  passwordFlow,
  accountFlow,
  cardFlow,
  integrationFlow,
  exportFlow,
  cleaningFlow,
  offboardingFlow,
] as const
