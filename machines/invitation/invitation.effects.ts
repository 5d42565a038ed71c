/** What an invitation asks for. The bodies stand in `server/services/`. */
import { effect } from '../kit/effect.ts'
import type {
  CloseInvitation,
  GiveAccess,
  LeaveSeat,
  MakeAccount,
  RemindInvited,
  SendInvitation,
  TakeSeat,
} from './invitation.types.ts'

const HOUR_MS = 3_600_000

export const sendInvitation = effect<SendInvitation['input'], SendInvitation['output']>({
  identity: ({ invitationId, number }) => `invitation/${invitationId}/${number}`,
  attempts: 4,
  backoffMs: 1000,
})
export const remindInvited = effect<RemindInvited['input'], RemindInvited['output']>({
  identity: ({ invitationId, number }) => `invitation-reminder/${invitationId}/${number}`,
  attempts: 8,
  maxBackoffMs: HOUR_MS,
})
export const makeAccount = effect<MakeAccount['input'], MakeAccount['output']>({
  identity: ({ invitationId }) => `account/${invitationId}`,
})
export const takeSeat = effect<TakeSeat['input'], TakeSeat['output']>({
  identity: ({ invitationId }) => `seat/${invitationId}`,
})
/** Named by whom it lets in where: the ledger has one row for it, however they came. */
export const giveAccess = effect<GiveAccess['input'], GiveAccess['output']>({
  identity: ({ tenantId, userId }) => `access/${tenantId}/${userId}`,
})
export const leaveSeat = effect<LeaveSeat['input'], LeaveSeat['output']>({
  identity: ({ tenantId, userId }) => `access/${tenantId}/${userId}`,
  attempts: 12,
})

/** Announced: nobody waits for it. */
export const closeInvitation = {
  identity: ({ invitationId }: CloseInvitation) => `close/${invitationId}`,
  attempts: 12,
  maxBackoffMs: HOUR_MS,
}
