/**
 * One visitor's flow: started with their first event, found again by the resume token this browser keeps. The flow
 * token stays in memory; one that has lapsed, say in a tab left open over night, is renewed by the resume token. It
 * also speaks for the flows this one has invoked.
 */
import { type Client, type Connection, isGone, openClient, persistently } from './connection.ts'
import type { TokenShelf } from './shelf.ts'
import { openWatches } from './watches.ts'
import type { Answered, CardForm, View } from './wire.ts'

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
  /** A flow that this one has invoked, by the id its view gives. */
  child(id: string): ChildFlow
  /** Forgets the flow; the next event starts another. */
  forget(): void
}

export interface ChildFlow extends Connection {
  /** Where it stands. It may be named a moment before it exists, so it is looked for more than once. */
  view(): Promise<View>
  /** What the provider's form needs, while this is a payment that waits for its person. */
  cardForm(): Promise<CardForm>
}

interface Flow {
  id: string
  token: string
}

/** A watch refused again so soon after a renewal is refused for another reason. */
const RENEWAL_REST_MS = 10_000
/** Between looks for a child that was named and is not there yet. */
const BIRTH_WAITS_MS = [100, 200, 400, 800]

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

  const send = async (event: { type: string }, eventId: string, child?: string): Promise<Answered> => {
    const answered = await asking((own) => client.flow.send.mutate({ id: child ?? own, event, eventId }))
    watches.saw(answered.view)
    return answered
  }

  async function find(id: string): Promise<View> {
    const look = () => client.flow.view.query({ id })
    for (const wait of BIRTH_WAITS_MS) {
      try {
        return await persistently(look)
      } catch (error) {
        if (!isGone(error)) throw error
        await new Promise((done) => setTimeout(done, wait))
      }
    }
    return asking(look)
  }

  return {
    send: (event, eventId) => send(event, eventId),
    watch: (onView) => watches.add(null, onView),
    resume,
    begin: async () => (await persistently(start)).view,
    handOver: () => asking((id) => client.flow.handOver.mutate({ id })),
    child: (id) => ({
      send: (event, eventId) => send(event, eventId, id),
      watch: (onView) => watches.add(id, onView),
      async view() {
        const view = await find(id)
        watches.saw(view)
        return view
      },
      cardForm: () => asking(() => client.flow.cardForm.query({ id })),
    }),
    forget() {
      shelf.write(null)
      flow = null
      watches.end()
    },
  }
}
