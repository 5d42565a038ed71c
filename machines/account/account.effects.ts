/** What an account asks for. The bodies stand in `server/services/account/`. */
import { effect } from '../kit/effect.ts'
import { crossingKey } from '../vocabulary/meters.ts'
import type {
  ApplyPlan,
  ReadBooks,
  ReadOffer,
  SendDunning,
  SendRecovery,
  SetPlanEnd,
  StopCollections,
  TellUsage,
} from './account.types.ts'

const HOUR_MS = 3_600_000

export const readBooks = effect<ReadBooks['input'], ReadBooks['output']>({
  identity: ({ accountId }) => `books/${accountId}`,
  attempts: 6,
  maxBackoffMs: 30_000,
})
/** Named by the time money was owed and the step: a notice goes out once, however often it is tried. */
export const sendDunning = effect<SendDunning['input'], SendDunning['output']>({
  identity: ({ accountId, episode, step }) => `dunning/${accountId}/${episode}/${step}`,
  attempts: 8,
  maxBackoffMs: HOUR_MS,
})
export const sendRecovery = effect<SendRecovery['input'], SendRecovery['output']>({
  identity: ({ accountId, episode }) => `recovery/${accountId}/${episode}`,
  attempts: 8,
  maxBackoffMs: HOUR_MS,
})
export const stopCollections = effect<StopCollections['input'], StopCollections['output']>({
  identity: ({ accountId }) => `stop-collections/${accountId}`,
  attempts: 6,
})
export const setPlanEnd = effect<SetPlanEnd['input'], SetPlanEnd['output']>({
  identity: ({ subscriptionId, ends }) => `plan-end/${subscriptionId}/${ends ? 'ends' : 'goes-on'}`,
  attempts: 4,
})
export const applyPlan = effect<ApplyPlan['input'], ApplyPlan['output']>({
  identity: ({ accountId, offer }) => `plan/${accountId}/${offer?.plan ?? 'free'}`,
  attempts: 6,
})
export const readOffer = effect<ReadOffer['input'], ReadOffer['output']>({
  identity: ({ accountId }) => `offer/${accountId}`,
  attempts: 3,
  deadlineMs: 5000,
})
/** Named by the meter, the month, the share and the limit: people hear of each once. */
export const tellUsage = effect<TellUsage['input'], TellUsage['output']>({
  identity: ({ accountId, crossing }) => `usage/${accountId}/${crossingKey(crossing)}`,
  attempts: 8,
  maxBackoffMs: HOUR_MS,
})
