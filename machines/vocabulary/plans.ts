/** Plans as every side speaks of them: the catalogue on disk, the tier step, the limits a workspace enforces. */
import * as z from 'zod/mini'
import { meterIds } from './meters.ts'

export { lookupKeyOf, priceOf } from './prices.ts'

/** What a plan allows. Counts, and bytes for storage. */
export const limitsSchema = z.strictObject({
  seats: z.int().check(z.minimum(1)),
  projects: z.int().check(z.minimum(1)),
  requestsPerMonth: z.int().check(z.minimum(0)),
  storageBytes: z.int().check(z.minimum(0)),
  /** Meters whose limit may be passed: what goes beyond is counted and told. Every other limit is hard. */
  soft: z.optional(z.array(z.enum(meterIds))),
})
export type Limits = z.infer<typeof limitsSchema>

/** An amount in the currency's minor unit (cents), with its ISO 4217 code in lower case as Stripe writes it. */
export const moneySchema = z.strictObject({
  amountMinor: z.int().check(z.minimum(0)),
  currency: z.string().check(z.regex(/^[a-z]{3}$/)),
})
export type Money = z.infer<typeof moneySchema>

/** How often a subscription is charged. */
export const intervals = ['month', 'year'] as const
export type Interval = (typeof intervals)[number]

/** Licences of one kind that a plan includes. Each is assigned to one member, who may then do what it is for. */
export const licenceKindSchema = z.strictObject({
  key: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,30}$/)),
  /** For one of them: "Agent". */
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  /** What whoever holds one may do. */
  summary: z.string().check(z.maxLength(120)),
  /** How many the plan includes. A plan that has none leaves the kind out. */
  count: z.int().check(z.minimum(1)),
})
export type LicenceKind = z.infer<typeof licenceKindSchema>

export const planSchema = z.strictObject({
  key: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,30}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  summary: z.string().check(z.maxLength(120)),
  /** Only offered plans are shown, and only offered plans may be chosen. */
  offered: z.boolean(),
  /** How it is paid: not at all, by card, or after talking to us. */
  billing: z.enum(['none', 'card', 'contract']),
  /** Per seat and month; `null` where the price is agreed by contract. */
  monthly: z.nullable(moneySchema),
  yearly: z.nullable(moneySchema),
  /** Seats a sign-up begins with and, for a plan paid by card, pays for. More are added in the portal. */
  startSeats: z._default(z.int().check(z.minimum(1)), 1),
  limits: limitsSchema,
  /** A catalogue of before there were licences has none. */
  licences: z._default(z.array(licenceKindSchema), []),
})
export type Plan = z.infer<typeof planSchema>

export const catalogueSchema = z.strictObject({
  /** Changes whenever a price or a limit does; an onboarding keeps the version it saw. */
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  plans: z.array(planSchema).check(z.minLength(1)),
})
export type Catalogue = z.infer<typeof catalogueSchema>

/** A plan as a visitor sees it. */
export type OfferedPlan = Pick<
  Plan,
  'key' | 'name' | 'summary' | 'billing' | 'monthly' | 'yearly' | 'startSeats' | 'limits'
> &
  WithLicences

/** What was read before there were licences says nothing of them. */
export interface WithLicences {
  readonly licences?: readonly LicenceKind[] | undefined
}
