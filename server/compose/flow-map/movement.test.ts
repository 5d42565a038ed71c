import { describe, expect, it } from 'vitest'
import type { Change } from '../../engine/recorder.ts'
import type { Exit } from '../../records/flow-map/recording.ts'
import { movesOf } from './movement.ts'

type Step = Parameters<typeof movesOf>[0]
const step = (before: Change['before'], ...taken: [transitions: string[], value: Change['after']][]): Step => ({
  before,
  taken: taken.map(([transitions, value]) => ({ event: 'e', transitions, value })),
  status: 'active',
})
/** `<state> by <transition>`, with `taken` where it is counted and `kept` where it led nowhere else. */
const said = ({ transition, state, taken, left, since }: Exit) =>
  [state, 'by', transition, ...(taken ? ['taken'] : []), ...(left ? [] : ['kept']), since].join(' ')
const exits = (given: Step) => movesOf(given).exits.map(said)

describe('what a step does to the map', () => {
  it('begins with an entry into every state, the holders too', () => {
    expect(movesOf(step(null, [[], { shop: 'door' }]))).toMatchObject({
      exits: [],
      entered: ['shop', 'shop.door'],
      arrived: ['shop.door'],
      gone: [],
    })
  })

  it('counts a transition in the leaf it was taken in', () => {
    expect(exits(step({ shop: 'door' }, [['shop.door/go/0'], { shop: 'till' }]))).toEqual([
      'shop.door by shop.door/go/0 taken stored',
    ])
    expect(exits(step({ shop: 'door' }, [['shop/shut/0'], 'street']))).toEqual([
      'shop.door by shop/shut/0 taken stored',
      'shop by shop/shut/0 unknown',
    ])
  })

  it('counts one that leads nowhere, and moves nobody', () => {
    const given = step({ shop: 'door' }, [['shop.door/seen/0'], { shop: 'door' }])
    expect(exits(given)).toEqual(['shop.door by shop.door/seen/0 taken kept stored'])
    expect(movesOf(given)).toMatchObject({ entered: [], gone: [], arrived: [], again: [] })
  })

  it('gives what was left to the transition that led away, of several at once', () => {
    const before = { trip: { car: 'slow', radio: 'on' } }
    const both: Step = step(before, [
      ['trip.car.slow/jolt/0', 'trip.radio/jolt/0'],
      { trip: { car: 'fast', radio: 'off' } },
    ])
    expect(exits(both)).toEqual([
      'trip.car.slow by trip.car.slow/jolt/0 taken stored',
      'trip.radio.on by trip.radio/jolt/0 taken stored',
    ])
    expect(exits(step(before, [['trip.car.slow/stop/0'], 'home'])).toSorted()).toEqual([
      'trip by trip.car.slow/stop/0 unknown',
      'trip.car by trip.car.slow/stop/0 unknown',
      'trip.car.slow by trip.car.slow/stop/0 taken stored',
      'trip.radio by trip.car.slow/stop/0 unknown',
      'trip.radio.on by trip.car.slow/stop/0 stored',
    ])
  })

  it('passes through: entered, left at once, and not there', () => {
    const given = step('a', [['a/go/0'], 'b'], [['b//0'], 'c'])
    expect(exits(given)).toEqual(['a by a/go/0 taken stored', 'b by b//0 taken this step'])
    expect(movesOf(given)).toMatchObject({ entered: ['b', 'c'], gone: ['a'], arrived: ['c'] })
  })

  it('is there anew after a way round', () => {
    const given = step('a', [['a/go/0'], 'b'], [['b//0'], 'a'])
    expect(movesOf(given)).toMatchObject({ gone: [], arrived: [], again: ['a'] })
  })

  it('leaves everything when the actor is stopped', () => {
    const given: Step = { before: { shop: 'door' }, taken: [], status: 'stopped' }
    expect(exits(given)).toEqual([
      'shop by shop.door/xstate.stop/0 unknown',
      'shop.door by shop.door/xstate.stop/0 taken stored',
    ])
    expect(movesOf(given)).toMatchObject({ gone: ['shop.door'], arrived: [] })
  })
})
