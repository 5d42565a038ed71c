/** What the cards of a meter show. Amounts are raw; the views write them. Months as 2026-11, in UTC. */
import type { Unit } from '../amounts.ts'
import type { PortalProblem } from '../problems.ts'

export type MeterViewKind = 'month' | 'year'

/** How much of a limit is used now. */
export interface MeterUse {
  readonly name: string
  readonly unit: Unit
  /** A sum begins anew with each month; of a level the last value counts. */
  readonly kind: 'sum' | 'level'
  readonly month: string
  readonly used: number
  readonly limit: number
  /** Whole percent; above 100 where the limit may be passed. */
  readonly percent: number
  readonly policy: 'hard' | 'soft'
}

export interface MeterHistory {
  /** Oldest first; the last is this month. */
  readonly months: readonly { readonly month: string; readonly quantity: number }[]
  /** The one whose days are here. */
  readonly month: string
  /** Those that have begun. */
  readonly days: readonly { readonly day: number; readonly quantity: number }[]
  readonly daysInMonth: number
}

export interface MeterReady {
  readonly use: MeterUse
  readonly history: MeterHistory
  readonly view: MeterViewKind
  onView(view: MeterViewKind): void
  /** Shows the days of a month. */
  onMonth(month: string): void
}

export type MeterCardProps = { readonly name: string } & (
  | { readonly state: 'waiting' }
  | { readonly state: 'problem'; readonly problem: PortalProblem; readonly busy: boolean; onRetry(): void }
  | ({ readonly state: 'ready' } & MeterReady)
)
