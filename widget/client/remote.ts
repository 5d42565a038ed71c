/**
 * A real XState actor whose snapshot is the server's view, rehydrated with the shared chart: hooks, `waitFor`, the
 * inspector and StrictMode work as they do with a local one. Nothing is decided here; events go to the server.
 */
import type {
  ActorLogic,
  ActorSystem,
  AnyEventObject,
  AnyStateMachine,
  EventFromLogic,
  EventObject,
  SnapshotFrom,
} from 'xstate'
import type { Connection } from './connection.ts'
import type { View } from './wire.ts'

/** What the chart says, and what only the server knows. */
export type RemoteSnapshot<Machine extends AnyStateMachine> = SnapshotFrom<Machine> & Arrival

export interface Arrival {
  readonly view: View
  /** When it came, by this page's clock: with `view.now` it says how far the two clocks are apart. */
  readonly arrivedAt: number
  /** This page's chart does not know the server's state: a newer version is out, and a reload brings it. */
  readonly skewed: boolean
}
export type RemoteLogic<Machine extends AnyStateMachine> = ActorLogic<
  RemoteSnapshot<Machine>,
  EventFromLogic<Machine>,
  undefined,
  ActorSystem<never>,
  EventObject
> & { config: Machine['config'] }

const ARRIVED = 'tenure.view'
interface Arrived {
  type: typeof ARRIVED
  view: View
}

/** `first` is the view the page starts from, as `flow.start` or `flow.resume` gave it. */
export function remote<Machine extends AnyStateMachine>(
  machine: Machine,
  connection: Connection,
  first: View,
): RemoteLogic<Machine> {
  /** Open watches, closed on `xstate.stop`: StrictMode's restart drops observers, so none can be relied on. */
  const watches = new WeakMap<object, () => void>()
  type Snapshot = RemoteSnapshot<Machine>
  type Scope = { self: { send(event: AnyEventObject): void } & object; system: ActorSystem<never> }

  const logic = {
    config: machine.config as Machine['config'],
    getInitialSnapshot: () => snapshotOf(machine, first),
    transition(snapshot: Snapshot, event: AnyEventObject, { self }: Scope): Snapshot {
      if (event.type === ARRIVED) return newer(machine, snapshot, (event as Arrived).view)
      if (event.type === 'xstate.stop') {
        watches.get(self)?.()
        watches.delete(self)
        return snapshot
      }
      void connection
        .send(event, crypto.randomUUID())
        .then(({ view }) => self.send({ type: ARRIVED, view }))
        // whoever must know what became of an event uses `request`
        .catch(() => {})
      return snapshot
    },
    start(_snapshot: Snapshot, { self }: Scope) {
      watches.get(self)?.()
      watches.set(
        self,
        connection.watch((view) => self.send({ type: ARRIVED, view })),
      )
    },
    getPersistedSnapshot: (snapshot: Snapshot) => snapshot,
  }
  return logic as unknown as RemoteLogic<Machine>
}

/** Hands a view that came as an answer to the actor. Older ones than it has are left aside. */
export const arrived = (view: View): AnyEventObject => ({ type: ARRIVED, view })

function newer<M extends AnyStateMachine>(machine: M, snapshot: RemoteSnapshot<M>, view: View): RemoteSnapshot<M> {
  const { view: known } = snapshot as Arrival
  if (view.seq < known.seq) return snapshot
  const shared = share(known, view) as View
  return shared === known ? snapshot : snapshotOf(machine, { ...shared, now: view.now })
}

/** Equal parts keep their identity, or every screen renders again with every view. The server's time always differs. */
function share(old: unknown, fresh: unknown): unknown {
  if (Object.is(old, fresh)) return old
  if (typeof old !== 'object' || typeof fresh !== 'object' || old === null || fresh === null) return fresh
  if (Array.isArray(old) !== Array.isArray(fresh)) return fresh
  const before = old as Record<string, unknown>
  const copy: Record<string, unknown> | unknown[] = Array.isArray(fresh) ? [] : {}
  let same = Object.keys(before).length === Object.keys(fresh).length
  for (const [key, value] of Object.entries(fresh)) {
    const part = key === 'now' ? before[key] : share(before[key], value)
    ;(copy as Record<string, unknown>)[key] = part
    same &&= Object.is(part, before[key])
  }
  return same ? old : copy
}

function snapshotOf<M extends AnyStateMachine>(machine: M, view: View): RemoteSnapshot<M> {
  // an actor whose status is not active stops at once; to its watchers a finished flow is still a flow
  const extras = {
    view,
    arrivedAt: Date.now(),
    status: 'active',
    can: ({ type }: AnyEventObject) => view.enabled.includes(type),
  }
  try {
    const known = machine.resolveState({ value: view.value, context: view.context })
    return Object.assign(known, extras, { skewed: false }) as unknown as RemoteSnapshot<M>
  } catch {
    const { value, context } = view
    const bare = { value, context, tags: new Set(view.tags), children: {}, getMeta: () => ({}), matches: () => false }
    return {
      ...bare,
      ...extras,
      error: undefined,
      output: undefined,
      machine,
      skewed: true,
    } as unknown as RemoteSnapshot<M>
  }
}
