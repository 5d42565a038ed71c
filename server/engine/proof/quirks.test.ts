/** One small case for everything the first planner, written by hand and not walked against XState, had wrong. */
import { type AnyActorRef, assign, cancel, raise, sendParent, sendTo, spawnChild, stopChild } from 'xstate'
import { describe, expect, it } from 'vitest'
import { PARENT, type Plan, SELF } from '../planner/row.ts'
import { answerOf, chartOf, first, last } from './steps.ts'

interface Spawning {
  spawn: (src: string, options: object) => AnyActorRef
}

const later = (id?: string) => raise({ type: 'late' }, { id, delay: 10 })
const theRef = ({ context }: { context: { ref?: AnyActorRef } }) => context.ref!

describe('what a first planner had wrong', () => {
  it('does not ignore an event that changes no state but asks for an effect', () => {
    const chart = chartOf({ on: { noted: { actions: 'note' } } })
    expect(last(chart, 'noted')).toMatchObject({ changed: true, actions: [{ type: 'note' }] })
    expect(last(chart, 'unknown')).toMatchObject({ changed: false, actions: [] })
  })

  it('names the actor itself and its parent', () => {
    const chart = chartOf({
      on: { asked: { actions: [sendTo(({ self }) => self, { type: 'a' }), sendParent({ type: 'b' })] } },
    })
    expect(last(chart, 'asked').sends).toEqual([
      { to: SELF, event: { type: 'a' } },
      { to: PARENT, event: { type: 'b' } },
    ])
  })

  it('sends to a child of one generation', () => {
    const chart = chartOf({
      initial: 'on',
      states: {
        on: {
          invoke: { id: 'w', src: 'work' },
          on: { again: { target: 'on', reenter: true }, told: { actions: sendTo('w', { type: 'hey' }) } },
        },
      },
    })
    expect(last(chart, 'told').sends).toEqual([{ to: 'w', gen: 1, event: { type: 'hey' } }])
    expect(last(chart, 'again', 'told').sends).toEqual([{ to: 'w', gen: 2, event: { type: 'hey' } }])
  })

  it('drops mail to a child that has answered', () => {
    const chart = chartOf({
      invoke: { id: 'w', src: 'work' },
      on: { told: { actions: sendTo('w', { type: 'hey' }) } },
    })
    expect(last(chart, answerOf('w'), 'told').sends).toEqual([])
  })

  it('drops mail to a child that was replaced', () => {
    const theOld = ({ self }: { self: AnyActorRef }) => self.getSnapshot().children.w
    const chart = chartOf({
      entry: spawnChild('work', { id: 'w' }),
      on: {
        replaced: {
          actions: [stopChild('w'), sendTo(theOld, { type: 'late' }), spawnChild('work', { id: 'w' })],
        },
      },
    })
    expect(last(chart, 'replaced')).toMatchObject({
      sends: [],
      stop: [{ id: 'w', gen: 1 }],
      start: [{ id: 'w', gen: 2 }],
    })
  })

  it.each([
    ['after', ['schedule', 'cancel'], [later('t'), cancel('t')]],
    ['before', ['cancel', 'schedule'], [cancel('t'), later('t')]],
  ])('keeps a cancel %s the delayed event of its id', (_, order, actions) => {
    const chart = chartOf({ on: { asked: { actions } } })
    expect(last(chart, 'asked').timers.map(({ op }) => op)).toEqual(order)
  })

  it('finds ids with dots in history', () => {
    const chart = chartOf({
      initial: 'in',
      states: {
        in: {
          initial: 'a',
          states: { a: { on: { next: 'b' } }, b: { id: 'dotted.id' }, back: { type: 'history' } },
          on: { left: 'out' },
        },
        out: { on: { returned: 'in.back' } },
      },
    })
    expect(last(chart, 'next', 'left', 'returned').row.value).toEqual({ in: 'b' })
  })

  it('remembers system ids, and frees them with the child', () => {
    const bySystemId = sendTo(({ system }) => system.get('worker'), { type: 'hey' })
    const chart = chartOf({
      initial: 'on',
      states: {
        on: {
          invoke: { id: 'w', src: 'work', systemId: 'worker' },
          on: { told: { actions: bySystemId }, left: 'off' },
        },
        off: { on: { returned: 'on' } },
      },
    })
    expect(last(chart, 'told').sends).toEqual([{ to: 'w', gen: 1, event: { type: 'hey' } }])
    expect(last(chart, 'left', 'returned', 'told').sends).toEqual([{ to: 'w', gen: 2, event: { type: 'hey' } }])
  })

  it('revives references in the context', () => {
    const chart = chartOf({
      context: ({ spawn }: Spawning) => ({ ref: spawn('work', { id: 'w', input: 7 }) }),
      on: { told: { actions: sendTo(theRef, { type: 'hey' }) } },
    })
    expect(first(chart).start).toEqual([{ id: 'w', src: 'work', gen: 1, input: 7 }])
    expect(last(chart, 'told').sends).toEqual([{ to: 'w', gen: 1, event: { type: 'hey' } }])
  })

  it('does not let a reference kept to a stopped child lead to the next of its id', () => {
    const chart = chartOf({
      context: ({ spawn }: Spawning) => ({ ref: spawn('work', { id: 'w' }) }),
      on: {
        replaced: { actions: [stopChild('w'), spawnChild('work', { id: 'w' })] },
        told: { actions: sendTo(theRef, { type: 'hey' }) },
      },
    })
    expect(last(chart, 'replaced', 'told').sends).toEqual([])
  })

  it('runs regions in the order they were entered', () => {
    const isReady = ({ context }: { context: { ready: boolean } }) => context.ready
    const waiting = (name: string, on = {}) => ({
      always: { guard: isReady, target: 'end', actions: { type: 'note', params: { name } } },
      on,
    })
    const one = { a: waiting('one', { moved: 'b' }), b: waiting('one'), end: {} }
    const two = { a: waiting('two'), end: {} }
    const chart = chartOf({
      context: { ready: false },
      type: 'parallel',
      states: { one: { initial: 'a', states: one }, two: { initial: 'a', states: two } },
      on: { went: { actions: assign({ ready: true }) } },
    })
    const names = ({ actions }: Plan) => actions.map(({ params }) => params)
    expect(names(last(chart, 'went'))).toEqual([{ name: 'one' }, { name: 'two' }])
    expect(names(last(chart, 'moved', 'went'))).toEqual([{ name: 'two' }, { name: 'one' }])
  })

  it('gives a delayed event without an id the same one every time', () => {
    const chart = chartOf({ on: { asked: { actions: later() } } })
    const ids = () => [last(chart, 'asked'), last(chart, 'asked', 'asked')].map(({ timers }) => timers[0]!.id)
    expect(ids()).toEqual(['#1', '#2'])
    expect(ids()).toEqual(['#1', '#2'])
  })

  it('throws from the first step as from any other', () => {
    const fails = assign(() => {
      throw new Error('no')
    })
    expect(() => first(chartOf({ entry: fails }))).toThrow('no')
    expect(() => last(chartOf({ on: { asked: { actions: fails } } }), 'asked')).toThrow('no')
  })
})
