/** When a failed effect is tried again. Pure: the jitter is handed in. */

export interface RetryPolicy {
  readonly attempts: number
  readonly backoffMs: number
  readonly maxBackoffMs: number
  readonly deadlineMs: number
}

export const defaultRetry: RetryPolicy = {
  attempts: 5,
  backoffMs: 500,
  maxBackoffMs: 60_000,
  deadlineMs: 30_000,
}

/**
 * How long to wait after attempt number `attempt` (the first is 1): it doubles each time, and between half and the whole
 * of it is waited, so that effects that failed together do not come back together. `random` is from 0 to 1.
 */
export function backoffMs(policy: RetryPolicy, attempt: number, random: number): number {
  const whole = Math.min(policy.backoffMs * 2 ** (attempt - 1), policy.maxBackoffMs)
  return Math.round(whole * (0.5 + random / 2))
}
