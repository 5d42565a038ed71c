/**
 * Delivers mail between actors, in order for each receiver. Mail of this process comes right after its commit; a sweep
 * at the start, and every now and then, finds what a crash or another process left.
 */
import type { InboxRow, Store } from '../store/store.ts'

const BATCH = 500

export interface Mailroom {
  /** Mail that was just committed. */
  post(rows: readonly InboxRow[]): void
  /** Delivers everything that lies in the store. */
  sweep(): Promise<void>
  stop(): Promise<void>
}

export function mailroom(
  store: Store,
  deliver: (mail: InboxRow) => Promise<void>,
  onError: (error: unknown) => void,
): Mailroom {
  const receivers = new Map<string, InboxRow[]>()
  const queued = new Set<number>()
  const working = new Set<Promise<void>>()
  let stopped = false

  function post(rows: readonly InboxRow[]) {
    for (const row of rows) {
      if (stopped || queued.has(row.id)) continue
      queued.add(row.id)
      const queue = receivers.get(row.to)
      if (queue) queue.push(row)
      else receivers.set(row.to, start(row))
    }
  }

  function start(first: InboxRow): InboxRow[] {
    const queue = [first]
    const work = empty(first.to, queue).finally(() => working.delete(work))
    working.add(work)
    return queue
  }

  async function empty(to: string, queue: InboxRow[]) {
    for (let mail = queue[0]; mail && !stopped; mail = queue[0]) {
      await deliver(mail).catch(onError)
      queued.delete(mail.id)
      queue.shift()
    }
    receivers.delete(to)
  }

  return {
    post,
    async sweep() {
      let after = 0
      for (;;) {
        const rows = await store.inbox(after, BATCH)
        post(rows)
        if (rows.length < BATCH) return
        after = rows.at(-1)!.id
      }
    },
    async stop() {
      stopped = true
      await Promise.allSettled(working)
    },
  }
}
