/**
 * Follows the flow a page shows, and the flows that one invokes, on a stream of its own. It speaks for itself with the
 * resume token the page keeps, so the page needs to know nothing of it; it sends no event, and writes no token.
 *
 * Unlike the page's own watch it goes on while the page is hidden, because then somebody looks at the inspector.
 */
import { isGone, openClient } from '../client/connection.ts'
import type { TokenShelf } from '../client/shelf.ts'
import type { View } from '../client/wire.ts'
import type { Place } from './messages.ts'

type OnView = (view: View, place: Place) => void

/** Between looks for a token: there is none before the first event, and another after a new beginning. */
const LOOK_MS = 500
/** Before a stream that was refused is asked for again: a child is named a moment before it exists. */
const AGAIN_MS = 500
/** More a watch does not take. */
const MOST_ACTORS = 20

/** Calls back with each view once, until told to stop. `base` is our own origin; empty on our own pages. */
export function follow(shelf: Pick<TokenShelf, 'read'>, onView: OnView, base = ''): () => void {
  let followed: string | null = null
  let stop = () => {}
  function look() {
    const token = shelf.read()
    if (token === followed) return
    followed = token
    stop()
    stop = token === null ? () => {} : followFlow(base, token, onView)
  }
  look()
  const looking = setInterval(look, LOOK_MS)
  return () => {
    clearInterval(looking)
    stop()
  }
}

function followFlow(base: string, resume: string, onView: OnView): () => void {
  let token: string | null = null
  let root = ''
  let ended = false
  let stream: { unsubscribe(): void } | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined
  const client = openClient(base, () => token)
  /** The newest line that was told, by actor. */
  const told = new Map<string, number>()
  const parents = new Map<string, string>()

  async function begin() {
    try {
      const { view, ...found } = await client.flow.resume.mutate({ resume })
      if (ended) return
      token = found.token
      root = found.id
      // a child that has gone meanwhile must not close the stream for the others
      parents.clear()
      tell(view)
      open()
    } catch (error) {
      if (!isGone(error)) again()
    }
  }
  function again() {
    stream?.unsubscribe()
    stream = null
    if (!ended) waiting = setTimeout(() => void begin(), AGAIN_MS)
  }
  function open() {
    stream?.unsubscribe()
    const ids = [root, ...parents.keys()].slice(0, MOST_ACTORS)
    const cursor = Object.fromEntries(ids.map((id) => [id, told.get(id) ?? 0]))
    stream = client.flow.watch.subscribe({ ids, cursor }, { onData: ({ data }) => heard(data), onError: again })
  }
  function heard(view: View) {
    const known = parents.size
    tell(view)
    if (parents.size > known) open()
  }
  function tell(view: View) {
    const { id, seq, children } = view
    for (const child of children) parents.set(child.id, id)
    const before = told.get(id)
    if (before !== undefined && seq <= before) return
    told.set(id, seq)
    onView(view, { rootId: root, parentId: parents.get(id), isNew: before === undefined })
  }

  void begin()
  return () => {
    ended = true
    clearTimeout(waiting)
    stream?.unsubscribe()
  }
}
