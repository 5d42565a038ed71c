/** Where a durable chart is not the live interpreter, and what both agree on that is easily got wrong. */
import { assign, raise, setup, spawnChild } from 'xstate'
import { describe, expect, it } from 'vitest'
import { planner } from '../planner/planner.ts'
import { SELF } from '../planner/row.ts'
import { chartOf, first, last } from './steps.ts'

describe('what the live interpreter does and we do not', () => {
  it('stops a child replaced under its id, which XState would leave running', () => {
    const chart = chartOf({
      entry: spawnChild('work', { id: 'w' }),
      on: { again: { actions: spawnChild('work', { id: 'w' }) } },
    })
    expect(last(chart, 'again')).toMatchObject({ stop: [{ id: 'w', gen: 1 }], start: [{ id: 'w', gen: 2 }] })
  })

  it('knows a delayed event by its id, so that the later replaces the earlier', () => {
    const chart = chartOf({
      on: { asked: { actions: raise({ type: 'late' }, { id: 't', delay: 10 }) } },
    })
    expect(last(chart, 'asked').timers).toEqual(last(chart, 'asked', 'asked').timers)
  })

  it('refuses to end a chart by an error nobody handles: the engine can ask first', () => {
    const chart = chartOf({ invoke: { id: 'w', src: 'work' }, on: { heard: {} } })
    const { row } = first(chart)
    expect(planner(chart).handles(row, { type: 'xstate.error.actor.w', error: {}, actorId: 'w' })).toBe(false)
    expect(planner(chart).handles(row, { type: 'heard' })).toBe(true)
  })

  it('lets an actor that has ended rest', () => {
    const chart = chartOf({
      initial: 'a',
      states: { a: { type: 'final' } },
      on: { noted: { actions: 'note' } },
    })
    expect(last(chart, 'noted')).toMatchObject({ changed: false, actions: [] })
  })

  it('makes a context once, not at every event', () => {
    let made = 0
    const chart = chartOf({ context: () => ({ made: ++made }), on: { noted: { actions: 'note' } } })
    last(chart, 'noted', 'noted')
    expect(made).toBe(1)
  })

  it('only notes the input of a child chart, whose own context is made when it is born', () => {
    const child = setup({}).createMachine({
      context: () => {
        throw new Error('made too early')
      },
    })
    const chart = setup({ actors: { child } }).createMachine({ invoke: { id: 'c', src: 'child', input: { n: 1 } } })
    expect(first(chart).start).toEqual([{ id: 'c', src: 'child', gen: 1, input: { n: 1 } }])
  })

  it('starts nothing that was entered and left within one step', () => {
    const chart = chartOf({
      initial: 'a',
      states: { a: { invoke: { id: 'w', src: 'work' }, always: 'b' }, b: {} },
    })
    expect(first(chart)).toMatchObject({ start: [], stop: [], row: { children: {} } })
  })

  it('waits for a delay of nothing, as for any other', () => {
    const chart = chartOf({ initial: 'a', states: { a: { after: { atOnce: 'b' } }, b: {} } })
    expect(first(chart).timers).toMatchObject([{ op: 'schedule', delayMs: 0, to: SELF }])
  })

  it('refuses a context that would not come back from JSON', () => {
    const chart = chartOf({ on: { asked: { actions: assign({ at: () => new Date(0) }) } } })
    expect(() => last(chart, 'asked')).toThrow('The context holds a Date, which is not plain JSON.')
  })

  it('says which state a row names that the chart does not have', () => {
    const chart = chartOf({ id: 'c', type: 'parallel', states: { a: {} } })
    const row = { ...first(chart).row, nodes: ['c.gone'] }
    expect(() => planner(chart).step(row, { type: 'any' })).toThrow("The row names the state 'c.gone'")
  })
})
