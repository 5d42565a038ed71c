/** The actions, guards, delays and effects generated charts are made of. All are named or XState's own, as `refuse` asks. */
/* oxlint-disable typescript/no-explicit-any -- XState types an action by the whole chart, which here exists at run time only */
import { assign, cancel, emit, enqueueActions, raise, sendParent, sendTo, stopChild } from 'xstate'
import type { Random } from './random.ts'

/** What every generated chart remembers. `fuel` bounds the events a chart sends itself, or one step would never end. */
export const context = { n: 0, fuel: 3, kid: null, kept: [] }

const { length: moods } = [0, 1, 2]

/** `g0` to `g3` look at the counter, `g4` at the event, `hasFuel` at what keeps loops finite. */
export const guards: Record<string, (args: any, params?: any) => boolean> = {
  g0: ({ context }) => context.n % moods !== 0,
  g1: ({ context }) => context.n % moods !== 1,
  g2: ({ context }) => context.n % 2 === 0,
  g3: (_, params) => params?.open !== false,
  g4: ({ event }) => event.k !== 1,
  hasFuel: ({ context }) => context.fuel > 0,
}

/** Ties on purpose: two of 10, and one that depends on the context. */
export const delays: Record<string, any> = {
  at0: 0,
  at10: 10,
  also10: 10,
  atN: ({ context }: any) => 5 + context.n * 5,
  at50: 50,
}

const count = assign({ n: ({ context }: any) => (context.n + 1) % 7 } as any)
const burn = assign({ fuel: ({ context }: any) => context.fuel - 1 } as any)
const refuel = assign({ fuel: 3 } as any)

/** What a chart sees of itself in the middle of a step is the place it was at before; in its first step, nothing. */
function childrenOf(self: any): Record<string, any> {
  try {
    return self.getSnapshot()?.children ?? {}
  } catch {
    return {}
  }
}

/** Spawns and keeps the reference, the way that shows in no action. */
const spawnKept = enqueueActions(({ context, enqueue }: any) => {
  if (context.kid) enqueue.stopChild(context.kid)
  enqueue.assign(({ context: { n }, spawn }: any) => ({ kid: spawn('job', { input: { n } }) }))
})
/** Again only when the last one is gone: a reference kept by name must not lead to the next of that name. */
const spawnKeptNamed = enqueueActions(({ self, enqueue }: any) => {
  if (childrenOf(self).kept) return
  enqueue.stopChild('kept')
  enqueue.assign(({ context: { n, kept }, spawn }: any) => {
    const ref = spawn('task', { id: 'kept', input: { n, kept: true } })
    return { kept: [{ ref }, ...kept].slice(0, 2) }
  })
})
const tellKid = enqueueActions(({ context, enqueue }: any) => {
  if (context.kid) enqueue.sendTo(context.kid, { type: 'told', n: context.n })
  for (const { ref } of context.kept) enqueue.sendTo(ref, { type: 'told.kept', n: context.n })
})
const tellSeen = enqueueActions(({ self, enqueue }: any) => {
  const children = childrenOf(self)
  for (const id of Object.keys(children).toSorted()) {
    if (!id.startsWith('x:')) enqueue.sendTo(children[id], { type: 'seen' })
  }
})
const stopKid = enqueueActions(({ context, enqueue }: any) => {
  if (!context.kid) return
  enqueue.stopChild(context.kid)
  enqueue.assign({ kid: null })
})

/** Named actions; `note` and `alert` are custom ones. */
export const actions: Record<string, any> = {
  count,
  burn,
  refuel,
  spawnKept,
  spawnKeptNamed,
  tellKid,
  tellSeen,
  stopKid,
  note: () => {},
  alert: () => {},
}

/** Raised at once, and handled only while there is fuel. */
export const raised = ['r.one', 'r.two']
/** Sent by the chart to itself as mail, likewise. */
export const mailed = ['m.one', 'm.two']

const sometimes = ['count', 'spawnKept', 'spawnKeptNamed', 'tellKid', 'tellSeen', 'stopKid', 'alert']

/** One action for any place of a chart that invokes under `ids`. */
export function anAction(chance: Random, ids: readonly string[]): unknown {
  const makers: (() => unknown)[] = [
    () => chance.pick(sometimes),
    () => 'count',
    () => ({ type: 'note', params: ({ context }: any) => ({ n: context.n }) }),
    () => ({ type: 'note', params: { fixed: chance.int(3) } }),
    () => raise({ type: chance.pick(raised), k: chance.int(3) } as any),
    () => delayed(chance, (options) => raise({ type: chance.pick(['e0', 'e1', 'p.a']), k: 9 } as any, options)),
    () => cancel(chance.pick(['d1', 'd2', 'd3'])),
    () => sendTo(({ self }: any) => self, { type: chance.pick(mailed) } as any),
    () => delayed(chance, (options) => sendTo(({ self }: any) => self, { type: 'e2', k: 8 } as any, options)),
    () => sendParent(({ context }: any) => ({ type: 'up', n: context.n }) as any),
    () => delayed(chance, (options) => sendParent({ type: 'up.later' } as any, options)),
    () => emit(({ context }: any) => ({ type: 'said', n: context.n }) as any),
    () => spawnNamed(chance),
    () => stopChild(chance.pick(['k0', 'k1', 'kept', ...ids])),
    () => toChild(chance, ['k0', 'k1', 'kept', ...ids]),
    () => bySystemId(chance.pick(['shared', ...ids])),
  ]
  return chance.pick(makers)()
}

/** Mostly where nothing of that name runs: XState would leave that running. */
function spawnNamed(chance: Random): unknown {
  const id = chance.pick(['k0', 'k1'])
  const child = { id, input: ({ context: { n } }: any) => ({ n }) }
  const isCareless = chance.chance(0.05)
  return enqueueActions(({ enqueue }: any) => {
    if (!isCareless) enqueue.stopChild(id)
    enqueue.spawnChild('job', child)
  })
}

/** With a delay, and an id only sometimes: without one the planner must make it up. */
function delayed(chance: Random, make: (options: any) => unknown): unknown {
  const id = chance.pick(['d1', 'd2', 'd3', undefined])
  return make({ delay: chance.pick(Object.keys(delays)), ...(id && { id }) })
}

/** To a child that may not be there: asked for only when it is, since XState throws otherwise. */
function toChild(chance: Random, ids: readonly string[]): unknown {
  const id = chance.pick(ids)
  const delay = chance.chance(0.4) ? chance.pick(Object.keys(delays)) : undefined
  return enqueueActions(({ self, enqueue }: any) => {
    const child = childrenOf(self)[id]
    if (child) enqueue.sendTo(child, { type: 'told', by: id }, delay ? { delay, id: 'd4' } : undefined)
  })
}

/** Only some invokes have a system id: see `generate-transitions.ts`. */
function bySystemId(id: string): unknown {
  return enqueueActions(({ system, enqueue }: any) => {
    const child = system.get(`system ${id}`)
    if (child) enqueue.sendTo(child, { type: 'told.by.system.id' })
  })
}
