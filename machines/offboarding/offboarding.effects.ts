/** What a leaving asks for. The bodies stand in `server/services/`: billing, offboarding, notification, certificate. */
import { effect } from '../kit/effect.ts'
import type {
  BeginLeaving,
  EraseClosing,
  IssueCertificate,
  MoveToFree,
  Preview,
  SendCancellation,
  SendGoodbye,
  SendNotice,
  StopBilling,
  UndoLeaving,
} from './offboarding.types.ts'

export const preview = effect<Preview['input'], Preview['output']>({
  identity: ({ tenantId }) => `leaving-preview/${tenantId}`,
  attempts: 4,
})
export const beginLeaving = effect<BeginLeaving['input'], BeginLeaving['output']>({
  identity: ({ offboardingId }) => `leaving-began/${offboardingId}`,
  attempts: 4,
})
export const undoLeaving = effect<UndoLeaving['input'], UndoLeaving['output']>({
  identity: ({ offboardingId }) => `leaving-undone/${offboardingId}`,
  attempts: 4,
})
export const stopBilling = effect<StopBilling['input'], StopBilling['output']>({
  identity: ({ offboardingId }) => `billing-stopped/${offboardingId}`,
  attempts: 8,
})
export const moveToFree = effect<MoveToFree['input'], MoveToFree['output']>({
  identity: ({ offboardingId }) => `moved-to-free/${offboardingId}`,
  attempts: 8,
})
export const sendNotice = effect<SendNotice['input'], SendNotice['output']>({
  identity: ({ offboardingId, daysLeft }) => `closing-soon/${offboardingId}/${daysLeft}`,
  attempts: 4,
})
export const issueCertificate = effect<IssueCertificate['input'], IssueCertificate['output']>({
  identity: ({ offboardingId }) => `certificate/${offboardingId}`,
  attempts: 8,
})
export const sendGoodbye = effect<SendGoodbye['input'], SendGoodbye['output']>({
  identity: ({ offboardingId }) => `closed/${offboardingId}`,
  attempts: 8,
})

/** Announced: the receipt of a cancellation, one for each. */
export const sendCancellation = {
  identity: ({ offboardingId, cancelledAt }: SendCancellation) => `cancelled/${offboardingId}/${cancelledAt}`,
  attempts: 8,
}
/** Announced: nobody is left to hear of it. */
export const eraseClosing = { identity: ({ keyId }: EraseClosing) => `erase/${keyId}`, attempts: 10 }
