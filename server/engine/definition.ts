/**
 * What the engine must be told about a flow. `machines/kit/flow.ts` has the same shape; it is written again here, in the
 * engine's own words, so that the engine names no product folder.
 */
import type { AnyStateMachine } from 'xstate'

/** Who is asking, as far as a policy cares. */
export type CallerKind = 'visitor' | 'member' | 'operator' | 'system'

/** Parses unknown input, as every zod schema does. */
export interface Schema {
  safeParse(input: unknown): { success: true; data: unknown } | { success: false; error: { issues: readonly Issue[] } }
}
export interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

export interface FlowDefinition {
  readonly machine: AnyStateMachine
  readonly start: {
    readonly given: Schema
    readonly prefix: string
    readonly permission?: string
    readonly doing?: string
    allows?(given: never, starter: never): boolean
    readonly oneOfTenant?: true
    oneOfEach?(given: never): string
    readonly ownKey?: true
    input(id: string, given: never, starter: never): unknown
  } | null
  readonly events: Readonly<Record<string, Schema>>
  readonly policy: Readonly<Record<string, readonly CallerKind[]>>
  /** What a member needs, in the product's own words: to see such an actor, and to send it an event. */
  readonly reading?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly exchanged?: Readonly<Record<string, readonly string[]>>
  /** Actions that are effects nobody waits for, by action name. */
  readonly announced?: Readonly<Record<string, EffectDeclaration>>
  // a method, so that a flow whose view takes its own context is still a FlowDefinition
  view(context: never, caller: CallerKind): Record<string, unknown>
}

/** The declaration an effect's logic carries; see `machines/kit/effect.ts`. */
export interface EffectDeclaration {
  identity(input: never): string
  readonly attempts?: number
  readonly backoffMs?: number
  readonly maxBackoffMs?: number
  readonly deadlineMs?: number
}
