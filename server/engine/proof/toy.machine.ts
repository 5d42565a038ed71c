/**
 * A small chart that does what charts may do: spawn in `assign`, mail to a child, raise now and later, emit, an
 * eventless way through a state with an invoke, re-entry, a delay of nothing.
 */
import { assign, emit, fromPromise, raise, sendTo, setup, spawnChild, stopChild } from 'xstate'

const job = fromPromise<number, { n: number }>(() => new Promise(() => {}))

/** The chart; it takes no input. */
export const toyMachine = setup({
  types: {
    context: {} as { n: number; sum: number },
    events: {} as { type: (typeof toyEvents)[number]['type'] },
    emitted: {} as { type: 'said'; n: number },
  },
  actors: { job },
  delays: { short: ({ context }) => 100 + context.n, atOnce: 0, soon: 50 },
  actions: { shout: () => {} },
}).createMachine({
  id: 'toy',
  version: '1',
  context: { n: 0, sum: 0 },
  initial: 'idle',
  on: {
    loop: { actions: [assign({ n: ({ context }) => (context.n + 1) % 7 }), raise({ type: 'echo' })] },
    echo: { actions: [emit(({ context }) => ({ type: 'said', n: context.n })), 'shout'] },
  },
  states: {
    idle: { on: { go: 'busy', flash: 'flash' }, after: { atOnce: 'busy' } },
    flash: { invoke: { id: 'gone', src: 'job', input: { n: -1 } }, always: 'rest' },
    rest: { on: { go: 'busy', flash: 'flash' }, entry: raise({ type: 'go' }, { id: 'late', delay: 'soon' }) },
    busy: {
      entry: [spawnChild('job', { id: 'side', input: ({ context }) => ({ n: context.n }) })],
      exit: stopChild('side'),
      invoke: {
        id: 'job',
        src: 'job',
        input: ({ context }) => ({ n: context.n }),
        onDone: {
          target: 'rest',
          actions: assign({ sum: ({ context, event }) => (context.sum + event.output) % 100 }),
        },
        onError: 'idle',
      },
      after: { short: 'rest' },
      on: { poke: { actions: sendTo('job', { type: 'poked' }) }, hurry: { target: 'busy', reenter: true } },
    },
  },
})

/** Everything that may be sent to it. */
export const toyEvents = (['go', 'poke', 'hurry', 'echo', 'flash', 'loop'] as const).map((type) => ({ type }))
