/** Reads a journal with its payloads opened. */
import type { AnyEventObject } from 'xstate'
import type { JournalLine, Store } from '../store/store.ts'
import type { Sealer } from './seal.ts'

export type OpenLine = Omit<JournalLine, 'body'> & { readonly event: AnyEventObject }

/** Lines after `after`, oldest first. None when there is no such actor. */
export const openJournal =
  (store: Store, sealer: Sealer) =>
  async (id: string, after = 0, limit = 1000): Promise<OpenLine[]> => {
    const actor = await store.load(id)
    if (!actor) return []
    await sealer.load(actor.keyId)
    const lines = await store.journal(id, after, limit)
    return lines.map(({ body, ...line }) => ({ ...line, event: sealer.open(actor.keyId, body) as AnyEventObject }))
  }
