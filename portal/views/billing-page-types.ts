/** What the billing page shows. Amounts and moments are raw; the views write them. Moments are ISO. */
import type { Money } from '../../machines/vocabulary/plans.ts'
import type { Role } from '../../ui/Glyph.tsx'
import type { Billing } from './billing-types.ts'
import type { LimitUse } from './home-types.ts'
import type { MeterCardProps } from './usage/meter-types.ts'

/** One station of what happened and what happens next. */
export interface DunningStation {
  readonly at: string
  readonly what: string
  readonly role: Extract<Role, 'problem' | 'idle' | 'person'>
  /** Whether it has happened. */
  readonly past: boolean
}

export interface Dunning {
  readonly owed: Money
  /** Why the bank refused, in half a sentence, and the card: "declined the card ending 0341". */
  readonly cause: string
  /** What works until when. */
  readonly consequence: string
  readonly stations: readonly DunningStation[]
  /** Where the invoice can be paid once. */
  readonly payUrl: string | null
}

export interface UpcomingLine {
  readonly text: string
  readonly amountMinor: number
}
export interface Upcoming {
  readonly at: string | null
  readonly lines: readonly UpcomingLine[]
  readonly total: Money
}

/** `known` is false while the provider cannot be reached. */
export type UpcomingState = 'loading' | 'unknown' | Upcoming | null

/** Where the plan is on its way. */
export type PlanState =
  | { readonly state: 'steady' | 'busy' }
  /** It ends then, and that can be undone. */
  | { readonly state: 'ending'; readonly at: string | null }

export interface BillingPage {
  readonly billing: Billing
  readonly dunning: Dunning | null
  readonly plan: PlanState
  readonly meters: readonly MeterCardProps[]
  /** Those that are counted by heads, not measured. */
  readonly limits: readonly LimitUse[]
  readonly upcoming: UpcomingState
}

/** What Free would mean. */
export interface DowngradePreview {
  readonly from: string
  readonly to: string
  readonly at: string | null
  readonly allowed: readonly string[]
  /** What is over: "4 projects, and Free has 3". */
  readonly over: readonly string[]
}
