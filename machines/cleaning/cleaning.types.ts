/** What a clean-up knows, hears and asks for. */

/**
 * What a workspace consists of, in the order it is taken away: money first, so that nothing is charged for what is half
 * gone; access before data, ours and what other companies gave us; the data key last, because it erases every copy of what it sealed.
 */
export const cleanKeys = [
  'billing',
  'keys',
  'sessions',
  'integrations',
  'notices',
  'exports',
  'data',
  'rows',
  'invoices',
  'dataKey',
] as const
export type CleanKey = (typeof cleanKeys)[number]

export type CleanStatus = 'pending' | 'working' | 'retrying' | 'done' | 'failed'

/** What stays of a resource, and until when (milliseconds since 1970). */
export interface Retained {
  readonly count: number
  /** The law that says so. */
  readonly basis: string
  readonly until: number
}

/** One resource as people see it. */
export interface CleanStep {
  readonly key: CleanKey
  readonly status: CleanStatus
  readonly tries: number
  /** How many there were; null until it is done. */
  readonly count: number | null
  /** When it was gone, in milliseconds since 1970. */
  readonly at: number | null
  readonly retained: Retained | null
}

export interface CleaningInput {
  /** Names the run and, with a step's key, each taking away. */
  readonly closingId: string
  readonly tenantId: string
}
export interface CleaningContext extends CleaningInput {
  readonly steps: readonly CleanStep[]
  /** Index of the step at work. */
  readonly at: number
  /** Why the run stands still. */
  readonly code: string | null
}
export interface CleaningOutput {
  readonly steps: readonly CleanStep[]
}

export type CleaningEvent = { type: 'operator.retried' }

export interface CleanStepInput extends CleaningInput {
  readonly step: CleanKey
}
export interface Clean {
  input: CleanStepInput
  /** `count`: how many were there. Already gone counts as gone. */
  output: { count: number; at: number; retained: Retained | null }
}
