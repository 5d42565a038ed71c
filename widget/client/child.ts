/**
 * A flow that a session's own has invoked, by the id its view gives: an actor of its own, spoken to with the same token
 * and heard on the same stream. Apart from the session, because only the pieces that show one need it.
 */
import { type Connection, isGone } from './connection.ts'
import type { Session } from './session.ts'
import type { CardForm, View } from './wire.ts'

export interface ChildFlow extends Connection {
  /** Where it stands. It may be named a moment before it exists, so it is looked for more than once. */
  view(): Promise<View>
  /** What the provider's form needs, while this is a payment that waits for its person. */
  cardForm(): Promise<CardForm>
}

/** Between looks for a child that was named and is not there yet. */
const BIRTH_WAITS_MS = [100, 200, 400, 800]

export function childOf(session: Session, id: string): ChildFlow {
  /** A token that has lapsed is refused like a child that is not there: the last look renews it. */
  async function find(): Promise<View> {
    for (const wait of BIRTH_WAITS_MS) {
      try {
        return await session.look(id)
      } catch (error) {
        if (!isGone(error)) throw error
        await new Promise((done) => setTimeout(done, wait))
      }
    }
    return session.ask(({ flow }) => flow.view.query({ id }))
  }
  return {
    send: (event, eventId) => session.send(event, eventId, id),
    watch: (onView) => session.watch(onView, id),
    async view() {
      const view = await find()
      session.saw(view)
      return view
    },
    async cardForm() {
      const { standIn, ...form } = await session.ask(({ flow }) => flow.cardForm.query({ id }))
      // a path of ours, which in a page of another origin is not one of that page's
      return { ...form, standIn: standIn && { ...standIn, script: session.base + standIn.script } }
    },
  }
}
