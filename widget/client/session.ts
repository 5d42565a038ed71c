/**
 * One visitor's flow: started with their first event, found again by the resume token this browser keeps. The flow
 * token stays in memory; one that has lapsed, say in a tab left open over night, is renewed by the resume token.
 */
import { type Client, type Connection, isGone, openClient, persistently } from './connection.ts'
import type { TokenShelf } from './shelf.ts'
import { openWatches } from './watches.ts'
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
  /** Our own origin; empty on our own pages. */
  readonly base: string
  /** `child` is the id of a flow this one has invoked, to speak to that one instead. */
  send(event: { type: string }, eventId: string, child?: string): Promise<Answered>
  /** The same stream, whoever is watched. */
  watch(onView: (view: View) => void, child?: string): () => void
  /** Asks the server with the flow's token, renewed when it has lapsed. */
  ask<T>(work: (client: Client) => Promise<T>): Promise<T>
  /** One look at an actor, with the token as it is. */
  look(id: string): Promise<View>
  /** The page has this view, so a watch need not say it again. */
  saw(view: View): void
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

/** A watch refused again so soon after a renewal is refused for another reason. */
const RENEWAL_REST_MS = 10_000

export function openSession({ base, machine, input, shelf }: SessionOptions): Session {
  let flow: Flow | null = null
  let starting: Promise<Flow & { view: View }> | null = null
  let renewedAt = -Infinity
  const client: Client = openClient(base, () => flow?.token ?? null)
  // a renewal that does not get through is tried again when the page is next looked at
  const watches = openWatches(client, () => void renewWatch().catch(() => {}))

  function adopt(found: Flow) {
    flow = found
    watches.begin(found.id)
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
      watches.saw(view)
      adopt(found)
      return view
    } catch (error) {
      if (!isGone(error)) throw error
      shelf.write(null)
      return null
    }
  }

  /** Asks with the flow token; when that has lapsed, once more with a new one. */
  async function asking<T>(ask: (own: string) => Promise<T>): Promise<T> {
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
    if (view) watches.tell(view)
  }

  return {
    base,
    async send(event, eventId, child) {
      const answered = await asking((own) => client.flow.send.mutate({ id: child ?? own, event, eventId }))
      watches.saw(answered.view)
      return answered
    },
    watch: (onView, child) => watches.add(child ?? null, onView),
    ask: (work) => asking(() => work(client)),
    look: (id) => persistently(() => client.flow.view.query({ id })),
    saw: watches.saw,
    resume,
    begin: async () => (await persistently(start)).view,
    handOver: () => asking((id) => client.flow.handOver.mutate({ id })),
    forget() {
      shelf.write(null)
      flow = null
      watches.end()
    },
  }
}
