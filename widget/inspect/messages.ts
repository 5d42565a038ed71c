/**
 * The Stately inspector's protocol (`@statelyai/inspect` 0.7), made from views: what the page is shown anyway, and of
 * that only what `redacted` lets through. A visitor sees more of their own flow than another company's site may.
 */
import type { StatelyInspectionEvent } from '@statelyai/inspect'
import { redacted } from '../../machines/kit/redact.ts'
import { INSPECT_VERSION } from '../../machines/vocabulary/inspection.ts'
import type { View } from '../client/wire.ts'
import { definitionOf } from './definitions.ts'

/** Where an actor stands among those that are followed. Our actor ids are the inspector's session ids. */
export interface Place {
  /** The flow that the page shows. */
  readonly rootId: string
  /** Whoever invoked it; undefined for the flow itself. */
  readonly parentId: string | undefined
  /** Nothing was told of it before. */
  readonly isNew: boolean
}

/**
 * What one view says: who this is when it is new, then that it moved, and where to. A view does not say what moved it,
 * and may stand for several steps, so the event is called what it is: a change that was seen.
 */
export function messagesOf(view: View, { rootId, parentId, isNew }: Place): StatelyInspectionEvent[] {
  const base = {
    sessionId: view.id,
    rootId,
    id: `${view.id}:${view.seq}`,
    createdAt: String(view.at),
    _version: INSPECT_VERSION,
  }
  const event = { type: 'view.changed', seq: view.seq }
  const snapshot = snapshotOf(view)
  const { machine } = view
  const definition = definitionOf(machine)
  return [
    ...(isNew ? [{ ...base, type: '@xstate.actor' as const, name: machine.id, parentId, definition, snapshot }] : []),
    { ...base, type: '@xstate.event', sourceId: undefined, event },
    { ...base, type: '@xstate.snapshot', event, snapshot: snapshot as never },
  ]
}

/** States and tags are words of the chart. Children are named; each is an actor of its own, with a view of its own. */
const snapshotOf = ({ status, value, tags, context, children }: View) => ({
  status: status as 'active',
  value,
  tags,
  context: redacted(context),
  children: Object.fromEntries(children.map(({ invoke }) => [invoke, {}])),
  historyValue: {},
})
