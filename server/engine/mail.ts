/** Mail between actors: who is told what, and how it is written into the inbox. */
import type { AnyEventObject } from 'xstate'
import type { InboxKind, InboxRow, ParentLink } from '../store/store.ts'
import type { Sealer } from './seal.ts'

/** What a `start` mail carries: everything a child is born with. */
export interface Birth {
  readonly tenant: string
  readonly flow: string
  readonly version: string
  readonly keyId: string
  readonly parent: ParentLink
  readonly input: unknown
}
/** What the other kinds carry. `child` says which child of the receiver it comes from, if it does. */
export interface Letter {
  readonly event?: AnyEventObject
  readonly child?: { readonly invoke: string; readonly gen: number }
  readonly output?: unknown
  readonly error?: unknown
}

export type Mail = Omit<InboxRow, 'id' | 'from'>

/** A child chart is an actor of its own, named after its parent's invoke and generation. */
export const childId = (parent: string, invoke: string, gen: number) => `${parent}/${invoke}#${gen}`

export const letter = (sealer: Sealer, keyId: string, to: string, kind: InboxKind, content: Letter | Birth): Mail => ({
  to,
  kind,
  keyId,
  body: sealer.seal(keyId, content),
})

/** The event a child's answer becomes in its parent. XState's own names; their creators are not exported. */
export const doneEvent = (invoke: string, output: unknown) => ({
  type: `xstate.done.actor.${invoke}`,
  output,
  actorId: invoke,
})
export const errorEvent = (invoke: string, error: unknown) => ({
  type: `xstate.error.actor.${invoke}`,
  error,
  actorId: invoke,
})
