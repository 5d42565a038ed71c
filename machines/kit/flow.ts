/**
 * A flow: one chart with what surrounds it. The engine takes any flow; the API, the widget and the stories read the
 * same object, so a rule about a flow stands in one place.
 */
import type { AnyStateMachine, ContextFrom, InputFrom } from 'xstate'
import type * as z from 'zod/mini'
import type { MemberRole } from '../vocabulary/people.ts'
import type { Doing } from '../vocabulary/access.ts'
import type { Permission } from '../vocabulary/permissions.ts'
import type { EffectDeclaration } from './effect.ts'
import type { Says } from './says.ts'

/** Who is asking. `system` is our own server: mail links, hand-overs, webhooks; never a request's own claim. */
export type CallerKind = 'visitor' | 'member' | 'operator' | 'system'

/** The five meanings every leaf state has exactly one of; they are the colours of every chart, chip and track. */
export const leafTags = ['healthy', 'waiting on person', 'waiting on us', 'problem', 'ended'] as const
export type LeafTag = (typeof leafTags)[number]

/** What a state says about itself to people: the screen that shows it, or `none`. */
export interface StateMeta {
  readonly screen: string
}

/** A member who starts a flow in their tenant; worked out by the server, never given by the caller. */
export interface Starter {
  readonly tenant: string
  readonly userId: string
  readonly email: string
  readonly name: string
  /** Their role in that tenant. */
  readonly role: MemberRole
}

export interface FlowStart<Machine extends AnyStateMachine> {
  /** What a member needs to start one in their tenant. Without it, visitors start it. */
  readonly permission?: Permission
  /** A tenant has one of them at a time: whoever starts another finds the one that is not over. */
  readonly oneOfTenant?: true
  /** A tenant has one of each of these at a time, by what was given: whoever starts another finds the one that is there. */
  oneOfEach?(given: never): string
  /** Sealed under a key of its own instead of the tenant's, because it outlives that. */
  readonly ownKey?: true
  /** What the workspace's account has to leave open for it. Default: nothing. */
  readonly doing?: Doing
  /** What a caller may give. */
  readonly given: z.ZodMiniType
  /** What ids of such actors begin with, e.g. `onb`. */
  readonly prefix: string
  /** Whether this member may start it with what they gave. Default: whoever has the permission. */
  allows?(given: never, starter: Starter): boolean
  /** The chart's input: the actor's id, which the server chose, what the caller gave, and the member, if it is one. */
  input(id: string, given: never, starter: Starter): InputFrom<Machine>
}

export interface Flow<Machine extends AnyStateMachine = AnyStateMachine> {
  readonly machine: Machine
  /** The chart in plain language. */
  readonly says: Says
  /** How a caller starts one. `null`: only the server starts it. */
  readonly start: FlowStart<Machine> | null
  /** Events that may come from outside, by type. Whatever is not here is refused, `xstate.*` first of all. */
  readonly events: Readonly<Record<string, z.ZodMiniType>>
  /** Who may send each of them. An event without a line may be sent by nobody. */
  readonly policy: Readonly<Record<string, readonly CallerKind[]>>
  /** What a member needs to see such an actor at all. Default: nothing but to belong to the tenant. */
  readonly reading?: Permission
  /** What a member needs to send an event, by type. Default: nothing but to belong to the tenant. */
  readonly permissions?: Readonly<Record<string, Permission>>
  /** Events the ingress exchanges for a verdict: a typed code becomes `code.accepted` or `code.rejected`. */
  readonly exchanged?: Readonly<Record<string, readonly string[]>>
  /** Actions that are effects nobody waits for, by action name: told once, retried, an incident when they fail for good. */
  readonly announced?: Readonly<Record<string, EffectDeclaration<never>>>
  /** The part of the context a caller may see. An allow-list: what is not named here never leaves the server. */
  readonly view: (context: ContextFrom<Machine>, caller: CallerKind) => Record<string, unknown>
}

/** Keeps a flow's literal types while checking its shape. */
export const flow = <Machine extends AnyStateMachine>(definition: Flow<Machine>): Flow<Machine> => definition
