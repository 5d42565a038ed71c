/** What an integration asks for. The bodies stand in `server/services/integrations/` and `server/services/notification/`. */
import { effect } from '../kit/effect.ts'
import type {
  CheckCredential,
  ExchangeCode,
  ForgetIntegration,
  RevokeCredential,
  TellBroken,
} from './integration.types.ts'

const HOUR_MS = 3_600_000

/** A code works once, so one attempt that was heard is all there is; one that was not heard may be made again. */
export const exchangeCode = effect<ExchangeCode['input'], ExchangeCode['output']>({
  identity: ({ integrationId, round }) => `exchange/${integrationId}/${round}`,
  attempts: 3,
})
export const checkCredential = effect<CheckCredential['input'], CheckCredential['output']>({
  identity: ({ credentialRef }) => `check/${credentialRef}`,
  attempts: 3,
  backoffMs: 1000,
  // two calls, each with a limit of its own
  deadlineMs: 45_000,
})
export const revokeCredential = effect<RevokeCredential['input'], RevokeCredential['output']>({
  identity: ({ credentialRef }) => `revoke/${credentialRef}`,
  attempts: 5,
  backoffMs: 1000,
  maxBackoffMs: 30_000,
})
export const forgetIntegration = effect<ForgetIntegration['input'], ForgetIntegration['output']>({
  identity: ({ integrationId }) => `forget/${integrationId}`,
})
export const tellBroken = effect<TellBroken['input'], TellBroken['output']>({
  identity: ({ integrationId, breaks }) => `integration-broken/${integrationId}/${breaks}`,
  attempts: 12,
  maxBackoffMs: HOUR_MS,
})
