/**
 * What is measured of a workspace, and which limit of its plan each measure counts against. Months are calendar months in
 * UTC, written 2026-11.
 */
import type { Limits } from './plans.ts'

export const meterIds = ['requests', 'storage'] as const
export type MeterId = (typeof meterIds)[number]

export interface Meter {
  readonly id: MeterId
  readonly name: string
  readonly unit: 'request' | 'byte'
  /** The limit of the plan it counts against. */
  readonly limit: 'requestsPerMonth' | 'storageBytes'
  /** A `sum` adds up over a month and begins anew with the next; of a `level` the last value counts. */
  readonly kind: 'sum' | 'level'
}

export const meters: Readonly<Record<MeterId, Meter>> = {
  requests: { id: 'requests', name: 'Requests', unit: 'request', limit: 'requestsPerMonth', kind: 'sum' },
  storage: { id: 'storage', name: 'Storage', unit: 'byte', limit: 'storageBytes', kind: 'level' },
}

/** How a month is written where one is asked for. */
export const monthPattern = /^(20|21)\d{2}-(0[1-9]|1[0-2])$/

export const isMeter = (id: string): id is MeterId => (meterIds as readonly string[]).includes(id)

/** Shares of a limit people are told of, in percent, rising. */
export const thresholds = [80, 100] as const
export type Threshold = (typeof thresholds)[number]

/** A share of a limit that was reached; people are told of each once. */
export interface Crossing {
  readonly meter: MeterId
  /** As 2026-11. */
  readonly month: string
  readonly threshold: Threshold
  /** The limit it was a share of. Another plan has another, and is told of anew. */
  readonly limit: number
  /** How much was used when it was noticed. */
  readonly used: number
  /** Whether what goes beyond the limit is refused. */
  readonly hard: boolean
}

/** What tells one crossing from another, within a tenant. */
export const crossingKey = ({ meter, month, threshold, limit }: Crossing): string =>
  `${meter}/${month}/${threshold}/${limit}`

/** Whether a share of a limit is reached. Nothing used is never much, not even of nothing. */
export const hasReached = (used: number, limit: number, threshold: number): boolean =>
  used > 0 && used * 100 >= limit * threshold

/** How much of a limit is used, in whole percent, rounded down: 100 is said only when it is so. */
export function percentOf(used: number, limit: number): number {
  if (limit > 0) return Math.floor((used * 100) / limit)
  return used > 0 ? 100 : 0
}

/** Whether what goes beyond a meter's limit is refused. A plan names the limits that may be passed; all others may not. */
export const isHard = ({ soft }: Pick<Limits, 'soft'>, meter: MeterId): boolean => !(soft ?? []).includes(meter)
