/** What a step says it took. That it is what XState really did, the differential walks show for every chart. */
import { raise, setup } from 'xstate'
import { describe, expect, it } from 'vitest'
import { planner } from './planner.ts'

const machine = setup({ guards: { never: () => false } }).createMachine({
  id: 'trip',
  initial: 'home',
  states: {
    home: {
      on: { 'door.opened': [{ guard: 'never', target: 'there' }, { target: 'road' }] },
    },
    road: {
      type: 'parallel',
      states: {
        car: {
          initial: 'slow',
          states: {
            slow: { on: { arrived: '#trip.gate', 'sped.up': 'fast' } },
            fast: {},
          },
        },
        radio: {
          initial: 'on',
          on: { arrived: '.off', 'sped.up': '.off' },
          states: { on: {}, off: {} },
        },
      },
    },
    gate: { entry: raise({ type: 'gate.opened' }), on: { 'gate.opened': 'yard', 'gate.missed': {} } },
    yard: { always: 'there' },
    there: { type: 'final' },
  },
})
const { init, step } = planner(machine)
const after = (...types: string[]) => types.reduce((plan, type) => step(plan.row, { type }), init({}))

describe('what a step took', () => {
  it('begins with where an actor begins', () => {
    expect(init({}).taken).toEqual([{ event: 'xstate.init', transitions: [], value: 'home' }])
  })

  it('names the candidate that was taken', () => {
    const value = { road: { car: 'slow', radio: 'on' } }
    expect(after('door.opened').taken).toEqual([{ event: 'door.opened', transitions: ['home/door.opened/1'], value }])
  })

  it('names those that go together', () => {
    const [first] = after('door.opened', 'sped.up').taken
    expect(first?.transitions).toEqual(['road.car.slow/sped.up/0', 'road.radio/sped.up/0'])
  })

  it('says each microstep, and leaves out what could not go together with another', () => {
    expect(after('door.opened', 'arrived').taken).toEqual([
      { event: 'arrived', transitions: ['road.car.slow/arrived/0'], value: 'gate' },
      { event: 'gate.opened', transitions: ['gate/gate.opened/0'], value: 'yard' },
      { event: 'gate.opened', transitions: ['yard//0'], value: 'there' },
    ])
  })

  it('is nothing for an event nobody heard', () => {
    expect(after('door.opened', 'nobody.hears').taken).toEqual([])
  })
})
