/** Columns become domain values here and nowhere else. */
import type {
  ActorStatus,
  EffectRow,
  InboxKind,
  InboxRow,
  JournalLine,
  LiveEffect,
  StoredActor,
  TimerRow,
} from '../store.ts'

export interface ActorColumns {
  id: string
  tenant: string
  flow: string
  version: string
  key_id: string
  parent: string | null
  parent_invoke: string | null
  parent_gen: number | null
  seq: number
  at: number
  status: ActorStatus
  head: string
  body: Buffer
  parked: string | null
}
export interface LineColumns {
  actor: string
  seq: number
  at: number
  type: string
  event_id: string | null
  body: Buffer
}
export interface EffectColumns {
  actor: string
  id: string
  gen: number
  src: string
  identity: string
  input: Buffer
  due_at: number
  attempt: number
  awaited: number
  worker: string | null
  until: number | null
  fence: number
  progress: number | null
}
export interface TimerColumns {
  actor: string
  id: string
  due_at: number
  body: Buffer
}
export interface InboxColumns {
  id: number
  recipient: string
  kind: InboxKind
  sender: string
  key_id: string
  body: Buffer
}

export function toActor(row: ActorColumns | undefined): StoredActor | null {
  if (!row) return null
  const { id, tenant, flow, version, seq, at, status, head, body, parked } = row
  const parent =
    row.parent === null ? null : { actor: row.parent, invoke: row.parent_invoke ?? '', gen: row.parent_gen ?? 0 }
  return { id, tenant, flow, version, keyId: row.key_id, parent, seq, at, status, head, body, parked }
}

export const toLine = ({ actor, seq, at, type, event_id, body }: LineColumns): JournalLine => ({
  actor,
  seq,
  at,
  type,
  eventId: event_id,
  body,
})

const leaseOf = ({ worker, until, fence }: EffectColumns) =>
  worker === null || until === null ? null : { worker, until, fence }

export const toEffect = (row: EffectColumns): EffectRow => ({
  actor: row.actor,
  id: row.id,
  gen: row.gen,
  src: row.src,
  identity: row.identity,
  input: row.input,
  dueAt: row.due_at,
  attempt: row.attempt,
  awaited: row.awaited === 1,
  lease: leaseOf(row),
})

export const toLive = (row: EffectColumns): LiveEffect => ({
  actor: row.actor,
  id: row.id,
  gen: row.gen,
  src: row.src,
  dueAt: row.due_at,
  attempt: row.attempt,
  lease: leaseOf(row),
  progress: row.progress,
})

export const toTimer = ({ actor, id, due_at, body }: TimerColumns): TimerRow => ({ actor, id, dueAt: due_at, body })

export const toInbox = ({ id, recipient, kind, sender, key_id, body }: InboxColumns): InboxRow => ({
  id,
  to: recipient,
  kind,
  from: sender,
  keyId: key_id,
  body,
})
