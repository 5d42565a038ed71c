/**
 * One visitor's flow: started with their first event, found again by the resume token this browser keeps. The flow
 * token stays in memory; one that has lapsed, say in a tab left open over night, is renewed by the resume token.
 */
import { type Client, type Connection, isGone, openClient, persistently } from './connection.ts'
import type { TokenShelf } from './shelf.ts'
import { watchVisible } from './watch-visible.ts'
import type { Answered, View } from './wire.ts'

export interface SessionOptions {
  /** Our own origin; empty on our own pages. */
  readonly base: string
  readonly machine: 'onboarding' | 'signIn'
  /** What the flow is started with. */
  readonly input: Readonly<Record<string, string>>
  readonly shelf: TokenShelf
}

export interface Session extends Connection {
  /** The flow's view where it was left, or null when there is none to go on with. Rejects when nobody answers. */
  resume(): Promise<View | null>
  /** Starts the flow now, without an event. */
  begin(): Promise<View>
  /** What opens the workspace: where to post the one-time token. */
  handOver(): Promise<{ action: string; token: string }>
  /** Forgets the flow; the next event starts another. */
  forget(): void
}

interface Flow {
  id: string
  token: string
}
interface Watcher {
  begin(): void
  onView(view: View): void
}

/** A watch refused again so soon after a renewal is refused for another reason. */
const RENEWAL_REST_MS = 10_000

export function openSession({ base, machine, input, shelf }: SessionOptions): Session {
  let flow: Flow | null = null
  let starting: Promise<Flow & { view: View }> | null = null
  let newest = 0
  let renewedAt = -Infinity
  const watchers = new Set<Watcher>()
  const client: Client = openClient(base, () => flow?.token ?? null)

  function adopt(found: Flow) {
    flow = found
    for (const { begin } of watchers) begin()
    return found
  }

  /** Two events at once start one flow. */
  function start() {
    starting ??= client.flow.start
      .mutate({ machine, input })
      .then(({ id, token, resume, view }) => {
        shelf.write(resume)
        return { ...adopt({ id, token }), view }
      })
      .finally(() => {
        starting = null
      })
    return starting
  }
  const ensure = async (): Promise<Flow> => flow ?? start()

  async function resume(): Promise<View | null> {
    const token = shelf.read()
    if (!token) return null
    try {
      const { view, ...found } = await persistently(() => client.flow.resume.mutate({ resume: token }))
      newest = view.seq
      adopt(found)
      return view
    } catch (error) {
      if (!isGone(error)) throw error
      shelf.write(null)
      return null
    }
  }

  /** Asks with the flow token; when that has lapsed, once more with a new one. */
  async function asking<T>(ask: (id: string) => Promise<T>): Promise<T> {
    const { id } = await persistently(ensure)
    try {
      return await persistently(() => ask(id))
    } catch (error) {
      if (!isGone(error) || (await resume()) === null) throw error
      return persistently(() => ask(id))
    }
  }

  async function renewWatch() {
    if (Date.now() - renewedAt < RENEWAL_REST_MS) return
    renewedAt = Date.now()
    const view = await resume()
    if (view) for (const { onView } of watchers) onView(view)
  }

  function watch(onView: (view: View) => void) {
    let stop = () => {}
    const watcher: Watcher = {
      onView(view) {
        newest = view.seq
        onView(view)
      },
      begin() {
        stop()
        // a renewal that does not get through is tried again when the page is next looked at
        const onRefused = () => void renewWatch().catch(() => {})
        if (flow) stop = watchVisible({ client, id: flow.id, since: () => newest, onView: watcher.onView, onRefused })
      },
    }
    watchers.add(watcher)
    watcher.begin()
    return () => {
      watchers.delete(watcher)
      stop()
    }
  }

  return {
    async send(event, eventId): Promise<Answered> {
      const answered = await asking((id) => client.flow.send.mutate({ id, event, eventId }))
      newest = answered.view.seq
      return answered
    },
    watch,
    resume,
    begin: async () => (await persistently(start)).view,
    handOver: () => asking((id) => client.flow.handOver.mutate({ id })),
    forget() {
      shelf.write(null)
      flow = null
      newest = 0
    },
  }
}
