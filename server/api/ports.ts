/** What the API stands on. `compose/` hands it in; nothing here does the work itself. */
import type { IntegrationKind } from '../../machines/integration/integration.types.ts'
import type { Limits, Money } from '../../machines/vocabulary/plans.ts'
import type { Engine } from '../engine/engine.ts'
import type { Connection } from '../store/connection.ts'
import type { ApiKeys } from '../records/apiKeys/api-keys.ts'
import type { Billing } from '../records/billing/billing.ts'
import type { Credentials } from '../records/credentials/credentials.ts'
import type { Invitations } from '../records/invitations/invitations.ts'
import type { Licences } from '../records/licences/licences.ts'
import type { FlowMap } from '../records/flow-map/flow-map.ts'
import type { Integrations } from '../records/integrations/integrations.ts'
import type { OutboxLine } from '../records/notices/outbox.ts'
import type { Notices } from '../records/notices/notices.ts'
import type { Preferences } from '../records/notices/preferences.ts'
import type { TenantFlows } from '../records/tenants/tenant-flows.ts'
import type { Auditor } from './auditor.ts'
import type { Tenants } from '../records/tenants/tenants.ts'
import type { Tokens } from '../records/tokens/tokens.ts'
import type { Workspaces } from '../records/workspaces/workspaces.ts'

export interface EmbeddingKey {
  readonly origins: readonly string[]
  readonly flow: 'onboarding' | 'offboarding'
  /** `--tenure-*` variables the widget is dressed with. */
  readonly appearance: Readonly<Record<string, string>>
}

/** What a browser needs to show the provider's card form. */
export interface CardForm {
  readonly publishableKey: string
  /** Speaks for one intent and no other; it stays in the page's memory. */
  readonly clientSecret: string
  /** `setup`: a card is to be kept. `payment`: the bank wants the person to confirm the first charge. */
  readonly kind: 'setup' | 'payment'
  /** The sandbox's own script, to be loaded before Stripe.js is asked for; null when Stripe.js is the real one. */
  readonly standIn: { readonly script: string; readonly api: string } | null
}

/** What will be charged next, as the provider would make it now. Times in milliseconds since 1970. */
export interface UpcomingInvoice {
  readonly at: number | null
  readonly lines: readonly { readonly text: string; readonly amountMinor: number }[]
  readonly total: Money
}
export interface BillingDesk {
  /** `invoice` is null when nothing will be charged; not `known` while the provider cannot be reached. */
  upcoming(tenant: string): Promise<{ readonly known: boolean; readonly invoice: UpcomingInvoice | null }>
  /** What the plan that costs nothing allows; null when none is offered. */
  freePlan(): Promise<{ readonly key: string; readonly name: string; readonly limits: Limits } | null>
}

/** Somebody's session as they see it; see `services/identity`. Times in milliseconds since 1970. */
export interface SessionSeen {
  readonly name: string
  readonly userAgent: string
  readonly beganAt: number
  readonly seenAt: number
  readonly isThis: boolean
}

/** Accounts, as their owners reach them. Done by `services/identity`. */
export interface People {
  rename(userId: string, name: string): Promise<void>
  checkPassword(userId: string, password: string): Promise<'right' | 'wrong' | 'limited'>
  hashPassword(password: string): Promise<string>
  /** `asking`: the session that asks, by its id. */
  sessionsOf(userId: string, asking: string): Promise<readonly SessionSeen[]>
  /** False when they have none of that name. */
  endSession(userId: string, name: string): Promise<boolean>
  endOtherSessions(userId: string, kept: string): Promise<void>
  /** Whether a session of theirs has ended while their account is still there. */
  isCutOff(userId: string, sessionId: string): Promise<boolean>
  /** Calls back when sessions of somebody ended; answers with a way to stop. */
  onSessionsEnded(userId: string, heard: () => void): () => void
}

export interface ApiPorts {
  readonly engine: Engine
  readonly connection: Connection
  readonly tokens: Tokens
  readonly tenants: Tenants
  readonly workspaces: Workspaces
  readonly apiKeys: ApiKeys
  readonly billing: Billing
  readonly invitations: Invitations
  readonly licences: Licences
  readonly integrations: Integrations
  readonly notices: Notices
  readonly auditor: Auditor
  /** Who is where in each chart. */
  readonly flowMap: Pick<FlowMap, 'counts' | 'who' | 'overview' | 'ofTenant'>
  /** Whether an operator's session has not ended. */
  readonly isOperatorStill: (sessionId: string) => Promise<boolean>
  /** The mails an effect of that identity sent. */
  readonly mailsOf: (identity: string) => Promise<readonly OutboxLine[]>
  readonly preferences: Preferences
  readonly credentials: Credentials
  readonly people: People
  /** Of which flows a tenant has one, and which it is. */
  readonly tenantFlows: TenantFlows
  /** The account of an address, or null. */
  readonly accountOf: (email: string) => Promise<string | null>
  /** Null for a key nobody was given. */
  readonly embeddingKey: (key: string) => Promise<EmbeddingKey | null>
  /** The form of a payment that waits for its person; null when it waits for nobody. */
  readonly cardForm: (payment: string) => Promise<CardForm | null>
  readonly billingDesk: BillingDesk
  /** Whether this installation knows where a company is. */
  readonly isConnectable: (kind: IntegrationKind) => boolean
  /** GitHub's page, to which people are sent; null where nobody has told GitHub of us. */
  readonly authorizer: { authorizeUrl(state: string, challenge: string): string } | null
  readonly now: () => number
  readonly publicUrl: string
  /** Tells watchers of a tenant's workspace that something in it changed. */
  readonly workspaceChanged: (tenant: string) => void
  readonly workspaceChanges: (tenant: string, signal: AbortSignal) => AsyncIterable<number>
}
