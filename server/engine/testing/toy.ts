/** Small charts with one of everything a durable actor may do. No product word. */
import { assign, fromPromise, sendParent, sendTo, setup } from 'xstate'
import type { EffectDeclaration, FlowDefinition } from '../definition.ts'

const effect = <I, O>(declaration: EffectDeclaration) =>
  Object.assign(
    fromPromise<O, I>(() => new Promise(() => {})),
    { effect: declaration },
  )

const job = effect<{ name: string; n: number }, { made: string }>({
  identity: ({ name, n }: { name: string; n: number }) => `job/${name}/${n}`,
  attempts: 3,
  backoffMs: 100,
})

/** Counts what it is told; answers when it has heard three. */
export const counterMachine = setup({
  types: { context: {} as { heard: number }, output: {} as { heard: number }, input: {} as { from: number } },
  actions: {
    count: assign({ heard: ({ context }) => context.heard + 1 }),
    tell: sendParent(({ context }: { context: { heard: number } }) => ({ type: 'counted', heard: context.heard })),
  },
  guards: { isEnough: ({ context }) => context.heard >= 3 },
}).createMachine({
  id: 'counter',
  version: '1',
  context: ({ input }) => ({ heard: input.from }),
  output: ({ context }) => context,
  initial: 'counting',
  states: {
    counting: {
      on: { 'one.more': { actions: ['count', 'tell'] } },
      always: { guard: 'isEnough', target: 'enough' },
    },
    enough: { type: 'final' },
  },
})

export interface ToyContext {
  name: string
  runs: number
  made: string[]
  heard: number
  failure: string | null
}

export const toyMachine = setup({
  types: {
    context: {} as ToyContext,
    input: {} as { name: string },
    events: {} as
      | { type: 'go' }
      | { type: 'leave' }
      | { type: 'noted'; text: string }
      | { type: 'gated' }
      | { type: 'broken' }
      | { type: 'count' }
      | { type: 'counted'; heard: number }
      | { type: 'pass' }
      | { type: 'unguarded' }
      | { type: 'secret.accepted' }
      | { type: 'secret.rejected' },
  },
  actors: { job, counter: counterMachine },
  guards: {
    isOpen: () => false,
    explodes: () => {
      throw new Error('this guard throws')
    },
  },
  actions: {
    begin: assign({ runs: ({ context }) => context.runs + 1 }),
    keep: assign({
      made: ({ context, event }) => [...context.made, (event as unknown as { output: { made: string } }).output.made],
    }),
    fail: assign({ failure: ({ event }) => (event as unknown as { error: { code: string } }).error.code }),
    hear: assign({ heard: ({ event }) => (event as { heard: number }).heard }),
    pass: sendTo('counter', { type: 'one.more' }),
  },
  delays: { patience: 10_000, short: 1000 },
}).createMachine({
  id: 'toy',
  version: '1',
  context: ({ input }) => ({ name: input.name, runs: 0, made: [], heard: 0, failure: null }),
  initial: 'idle',
  on: {
    gated: { guard: 'isOpen', target: '.done' },
    broken: { guard: 'explodes', target: '.done' },
  },
  states: {
    idle: {
      tags: 'waiting on person',
      on: {
        go: 'busy',
        count: 'counting',
        unguarded: 'careless',
        noted: {},
        'secret.accepted': 'busy',
        'secret.rejected': 'failed',
      },
      after: { patience: 'expired' },
    },
    busy: {
      tags: 'waiting on us',
      entry: 'begin',
      invoke: {
        id: 'job',
        src: 'job',
        input: ({ context }) => ({ name: context.name, n: context.runs }),
        onDone: { target: 'done', actions: 'keep' },
        onError: { target: 'failed', actions: 'fail' },
      },
      on: { leave: 'idle' },
    },
    careless: {
      invoke: { id: 'job', src: 'job', input: ({ context }) => ({ name: context.name, n: 0 }), onDone: 'done' },
    },
    counting: {
      invoke: { id: 'counter', src: 'counter', input: { from: 0 }, onDone: 'done' },
      on: { pass: { actions: 'pass' }, counted: { actions: 'hear' }, leave: 'idle' },
    },
    failed: { tags: 'problem', on: { go: 'busy' } },
    expired: { type: 'final' },
    done: { type: 'final' },
  },
})

const anything = (type: string) => ({
  safeParse: (input: unknown) =>
    (input as { type?: unknown }).type === type
      ? { success: true as const, data: input }
      : { success: false as const, error: { issues: [{ path: ['type'], message: 'wrong' }] } },
})
const types = ['go', 'leave', 'noted', 'gated', 'broken', 'count', 'pass', 'unguarded', 'secret.typed', 'ours']

export const toyFlow: FlowDefinition = {
  machine: toyMachine,
  start: null,
  events: Object.fromEntries(types.map((type) => [type, anything(type)])),
  policy: Object.fromEntries(types.map((type) => [type, type === 'ours' ? ['system'] : ['visitor', 'system']])),
  exchanged: { 'secret.typed': ['secret.accepted', 'secret.rejected'] },
  view: (context: ToyContext) => ({
    runs: context.runs,
    made: context.made,
    heard: context.heard,
    failure: context.failure,
  }),
}
export const counterFlow: FlowDefinition = {
  machine: counterMachine,
  start: null,
  events: {},
  policy: {},
  view: () => ({}),
}
