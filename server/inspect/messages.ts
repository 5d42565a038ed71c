/**
 * The Stately inspector's protocol (`@statelyai/inspect` 0.7, one JSON message per frame), made from journal lines. No
 * live actor is asked: what is sent is what was written, and of that only what `redacted` lets through.
 */
import type { AnyStateMachine, StateValue } from 'xstate'
import { plainConfig } from '../../machines/kit/config-json.ts'
import { redacted } from '../../machines/kit/redact.ts'
import type { Says } from '../../machines/kit/says.ts'
import { INSPECT_VERSION } from '../../machines/vocabulary/inspection.ts'
import type { Moment } from '../engine/history.ts'
import type { BareLine, Look } from '../engine/look.ts'
import type { Row } from '../engine/planner/row.ts'

interface Base {
  readonly sessionId: string
  readonly rootId: string
  readonly id: string
  /** Milliseconds since 1970, as text. */
  readonly createdAt: string
  readonly _version: string
}
export interface InspectedSnapshot {
  readonly status: string
  readonly value: StateValue
  readonly context: unknown
  readonly tags: readonly string[]
  readonly children: Readonly<Record<string, object>>
  readonly historyValue: unknown
}
export type Message =
  | (Base & {
      readonly type: '@xstate.actor'
      readonly name: string
      readonly parentId: string | undefined
      /** The chart, as JSON. */
      readonly definition: string
      readonly snapshot: InspectedSnapshot
    })
  | (Base & { readonly type: '@xstate.event'; readonly sourceId: undefined; readonly event: { readonly type: string } })
  | (Base & {
      readonly type: '@xstate.snapshot'
      readonly event: { readonly type: string }
      readonly snapshot: InspectedSnapshot
    })

/** A chart, and what is said about it. */
export interface InspectedFlow {
  readonly machine: AnyStateMachine
  readonly says?: Says
}

/** Whom a message is about. Our actor ids are their session ids: XState's own begin anew with every process. */
export interface Subject extends Pick<Look, 'id' | 'flow' | 'parent'> {
  readonly rootId: string
}

/** The first message about an actor. `flow` is null when this build does not have its version. */
export const actorMessage = (
  subject: Subject,
  flow: InspectedFlow | null,
  snapshot: InspectedSnapshot,
  at: number,
): Message => ({
  ...base(subject, 0, at),
  type: '@xstate.actor',
  name: subject.flow,
  parentId: subject.parent ?? undefined,
  definition: definitionOf(subject.flow, flow),
  snapshot,
})

/** What a line says: the event, and the snapshot it led to. */
export function stepMessages(subject: Subject, { seq, at, event, plan }: Moment): Message[] {
  const { type, ...payload } = event
  const shown = { ...(redacted(payload) as object), type }
  const common = base(subject, seq, at)
  return [
    { ...common, type: '@xstate.event', sourceId: undefined, event: shown },
    { ...common, type: '@xstate.snapshot', event: shown, snapshot: snapshotOf(plan.row) },
  ]
}

/** A line of which no more can be read than its type. */
export const bareMessage = (subject: Subject, { seq, at, type }: BareLine): Message => ({
  ...base(subject, seq, at),
  type: '@xstate.event',
  sourceId: undefined,
  event: { type },
})

/** A row as a snapshot. Children are named; what they were given and what they answered stays out. */
export const snapshotOf = ({ status, value, context, children, historyValue }: Row): InspectedSnapshot => ({
  status,
  value,
  context: redacted(context),
  tags: [],
  children: Object.fromEntries(Object.keys(children).map((id) => [id, {}])),
  historyValue,
})

/** What is known of an actor that cannot be opened. */
export const bareSnapshot = ({ status, value }: Pick<Look, 'status' | 'value'>): InspectedSnapshot => ({
  status,
  value,
  context: null,
  tags: [],
  children: {},
  historyValue: {},
})

const base = ({ id, rootId }: Subject, seq: number, at: number): Base => ({
  sessionId: id,
  rootId,
  id: `${id}:${seq}`,
  createdAt: String(at),
  _version: INSPECT_VERSION,
})

/** The chart's configuration with everything it says of itself; its name alone where this build does not have it. */
export const definitionOf = (name: string, flow: InspectedFlow | null): string =>
  JSON.stringify(flow ? plainConfig(flow) : { id: name })
