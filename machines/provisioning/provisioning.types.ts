/** What a provisioning run knows, hears and asks for. */
import type { Occupation } from '../vocabulary/people.ts'
import type { Limits, WithLicences } from '../vocabulary/plans.ts'

/** The resources of a workspace, in the order they are made. Compensation goes through them backwards. */
export const stepKeys = ['account', 'tenant', 'workspace', 'limits', 'apiKey', 'welcome'] as const
export type StepKey = (typeof stepKeys)[number]

/** Steps a workspace is whole without: when they cannot be done, the run goes on. They come after all others. */
export const bestEffort: readonly StepKey[] = ['welcome']
/** With this step everything essential is there. */
export const lastEssential: StepKey = 'apiKey'

export type StepStatus =
  | 'pending'
  | 'executing'
  | 'probing'
  | 'verifying'
  | 'retrying'
  | 'done'
  | 'adopted'
  | 'compensating'
  | 'compensated'
  | 'failed'

/** One step as people see it. */
export interface RunStep {
  readonly key: StepKey
  readonly status: StepStatus
  /** Tries begun so far. */
  readonly tries: number
}

/** What is to be made, for whom. */
export interface ProvisioningInput {
  /** Names the run and, with a step's key, each resource: the same run finds what it made before. */
  readonly runId: string
  readonly tenantId: string
  readonly company: string
  readonly person: { readonly email: string; readonly name: string; readonly role: Occupation; readonly locale: string }
  readonly passwordRef: string
  readonly plan: WithLicences & {
    readonly key: string
    readonly name: string
    readonly limits: Limits
    /** Seats that are there to be taken: those paid for, or all of a plan that costs nothing. */
    readonly seats: number
  }
  readonly catalogueVersion: string
}

/** Facts a step leaves for the steps after it: ids and addresses, never secrets. */
export type Facts = Readonly<Record<string, string>>

export interface ProvisioningContext {
  readonly order: ProvisioningInput
  readonly steps: readonly RunStep[]
  /** Index of the step at work. */
  readonly at: number
  readonly facts: Facts
  /** Why the run turned back or stopped. */
  readonly code: string | null
}

export interface ProvisioningOutput {
  readonly result: 'succeeded' | 'compensated'
  readonly tenantId: string | null
  readonly userId: string | null
  readonly slug: string | null
  readonly code: string | null
}

/** Every effect of a run is told the step, the order and what earlier steps left. */
export interface StepInput {
  readonly step: StepKey
  readonly order: ProvisioningInput
  readonly facts: Facts
}
export interface ExecuteStep {
  input: StepInput
  output: Facts
}
export interface ProbeStep {
  input: StepInput
  output: { found: 'present'; facts: Facts } | { found: 'absent' } | { found: 'ambiguous' }
}
export interface VerifyStep {
  input: StepInput
  output: { sound: boolean }
}
export interface CompensateStep {
  input: StepInput
  output: { released: true }
}

export type ProvisioningEvent = { type: 'operator.retried' } | { type: 'operator.compensated' }
