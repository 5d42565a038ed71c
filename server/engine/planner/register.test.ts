import {
  type AnyStateMachine,
  and,
  assign,
  fromCallback,
  fromPromise,
  fromTransition,
  not,
  raise,
  sendTo,
  setup,
  spawnChild,
} from 'xstate'
import { describe, expect, it } from 'vitest'
import { ignoredReason } from './ignored.ts'
import { planner } from './planner.ts'
import { refuse } from './register.ts'

const work = fromPromise(() => Promise.resolve(1))
const sound = setup({
  actors: { work },
  guards: { isOpen: () => false, isLate: () => true },
  delays: { soon: 5 },
  actions: { note: () => {} },
})

const chartOf = (config: object): AnyStateMachine => sound.createMachine(config)

describe('registering', () => {
  it('takes a chart whose parts are named', () => {
    const chart = chartOf({
      initial: 'a',
      states: {
        a: {
          entry: [
            'note',
            assign({}),
            raise({ type: 'e' }, { delay: 'soon' as never }),
            spawnChild('work', { id: 'w' }),
          ],
          invoke: { id: 'i', src: 'work', onDone: { guard: and(['isOpen', not('isLate')]), target: 'b' } },
          after: { soon: 'b' },
        },
        b: { initial: 'c', states: { c: {}, d: {}, back: { type: 'history' } }, on: { returned: '.back' } },
      },
    })
    expect(refuse(chart)).toEqual([])
  })

  it.each<[problem: string, states: object]>([
    ["State 'm.a' invokes inline logic", { invoke: { id: 'i', src: work } }],
    ["State 'm.a' invokes 'lost', which is not declared", { invoke: { id: 'i', src: 'lost' } }],
    ["State 'm.a' invokes 'work' without an id", { invoke: { src: 'work' } }],
    ["State 'm.a' invokes under the id 'a#b'", { invoke: { id: 'a#b', src: 'work' } }],
    ["State 'm.a' listens with 'onSnapshot'", { invoke: { id: 'i', src: 'work', onSnapshot: {} } }],
    ["State 'm.a' has an unnamed delay (after 10)", { after: { 10: {} } }],
    ["State 'm.a' waits for the delay 'lost', which is not declared", { after: { lost: {} } }],
    ["State 'm.a' has an unnamed delay (raise 7)", { entry: raise({ type: 'e' }, { delay: 7 }) }],
    ["State 'm.a' has an unnamed delay (sendTo 7)", { exit: sendTo('x', { type: 'e' }, { delay: 7 }) }],
    ["State 'm.a' runs an inline function as an action", { on: { e: { actions: () => {} } } }],
    ["State 'm.a' runs the action 'lost', which is not declared", { always: { actions: 'lost' } }],
    ["State 'm.a' asks an inline guard", { on: { e: { guard: () => true } } }],
    ["State 'm.a' asks an inline guard", { on: { e: { guard: and(['isOpen', () => true]) } } }],
    ["State 'm.a' asks the guard 'lost', which is not declared", { on: { e: { guard: { type: 'lost' } } } }],
    ["State 'm.a' spawns inline logic", { entry: spawnChild(work) }],
    ["State 'm.a' targets 'm.back', which may restore that very state", { on: { e: 'back' } }],
  ])('refuses: %s', (problem, state) => {
    const config = { id: 'm', initial: 'a', states: { a: state, back: { type: 'history' } } }
    expect(refuse(chartOf(config)).join('\n')).toContain(problem)
  })

  it.each([
    ['a callback', fromCallback(() => {})],
    ['a reducer', fromTransition((state: number) => state, 0)],
  ])('refuses %s, which does not survive a restart', (_, logic) => {
    expect(refuse(setup({ actors: { logic } }).createMachine({}))).toEqual([
      "Actor 'logic' is neither a promise nor a machine: callbacks and observables do not survive a restart.",
    ])
  })

  it('takes a history target that may restore its own source when the transition leaves it first', () => {
    const config = {
      initial: 'a',
      states: { a: { on: { e: { target: 'back', reenter: true } } }, back: { type: 'history' } },
    }
    expect(refuse(chartOf(config))).toEqual([])
  })
})

describe('ignoring', () => {
  const chart = chartOf({
    initial: 'a',
    on: { asked: { guard: { type: 'isOpen' }, target: '.end' } },
    states: {
      a: {
        on: {
          asked: { guard: and(['isLate', 'isOpen']), target: 'end' },
          'door.*': { guard: 'isOpen', target: 'end' },
          forbidden: {},
          left: 'end',
        },
      },
      end: { type: 'final' },
    },
  })
  const { row } = planner(chart).init(undefined)

  it.each([
    ['nobody.knows', 'no transition here'],
    ['forbidden', 'no transition here'],
    ['door.opened', 'guard isOpen said no'],
    ['asked', 'guards isOpen, and(isLate, isOpen) said no'],
  ])('answers %s with: %s', (type, reason) => {
    expect(planner(chart).step(row, { type }).changed).toBe(false)
    expect(ignoredReason(chart, row, { type })).toBe(reason)
  })

  it('says when the actor has ended', () => {
    const ended = planner(chart).step(row, { type: 'left' }).row
    expect(ignoredReason(chart, ended, { type: 'left' })).toBe('the actor has ended')
  })
})
