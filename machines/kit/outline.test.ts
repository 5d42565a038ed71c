import { describe, expect, it } from 'vitest'
import { setup } from 'xstate'
import { effect } from './effect.ts'
import { outline } from './outline.ts'
import { readableDuration } from './readable.ts'
import type { Says } from './says.ts'

const machine = setup({
  types: { events: {} as { type: 'door.opened' } | { type: 'door.shut' } },
  actors: { ring: effect<object, object>({ identity: () => 'ring' }) },
  guards: { isNight: () => true },
  actions: { tellOwner: () => {} },
  delays: { patience: 15 * 60_000, untilDawn: () => 1 },
}).createMachine({
  id: 'doorBell',
  version: '3',
  initial: 'quiet',
  states: {
    quiet: {
      tags: 'healthy',
      meta: { screen: 'Door' },
      description: 'Nobody is there.',
      on: { 'door.opened': [{ guard: 'isNight', target: 'ringing' }, { actions: 'tellOwner' }] },
      after: { patience: 'gone', untilDawn: 'gone' },
    },
    ringing: {
      tags: 'waiting on us',
      meta: { screen: 'none' },
      entry: 'tellOwner',
      invoke: { id: 'ringOnce', src: 'ring', input: {}, onDone: 'waiting', onError: 'gone' },
    },
    waiting: {
      type: 'parallel',
      onDone: 'gone',
      states: {
        door: { initial: 'open', states: { open: { tags: 'problem', always: 'shut' }, shut: { type: 'final' } } },
        light: { tags: 'waiting on person' },
      },
    },
    gone: { type: 'final', tags: 'ended' },
  },
})

const says: Says = {
  title: 'Answering the door',
  summary: 'Somebody is at the door.',
  events: { 'door.opened': 'Somebody opened the door.' },
  delays: { patience: 'Nobody came.' },
  answers: { 'ringOnce failed': 'The bell is broken.' },
  guards: { isNight: 'it is dark', isNobodys: 'never asked' },
  effects: { ring: 'rings the bell', tellOwner: 'tells the owner' },
}
const announced = { tellOwner: { identity: () => 'tell' } }
const { states, transitions, ...chart } = outline({ machine, announced, says })
const stateAt = (path: string) => states.find((state) => state.path === path)
const ways = (source: string) => transitions.filter((transition) => transition.source === source)

describe('the outline of a chart', () => {
  it('says what the chart is, in its own words', () => {
    expect(chart).toMatchObject({
      id: 'doorBell',
      version: '3',
      title: 'Answering the door',
      summary: 'Somebody is at the door.',
    })
    expect(outline({ machine })).toMatchObject({ title: 'Door bell', summary: '', guards: {}, effects: {} })
  })

  it('has every state in document order', () => {
    expect(states.map(({ path }) => path)).toEqual([
      '',
      'quiet',
      'ringing',
      'waiting',
      'waiting.door',
      'waiting.door.open',
      'waiting.door.shut',
      'waiting.light',
      'gone',
    ])
  })

  it('says of a state who is waited for, what is asked, and what shows it', () => {
    expect(stateAt('quiet')).toMatchObject({
      name: 'Quiet',
      kind: 'atomic',
      role: 'healthy',
      screen: 'Door',
      description: 'Nobody is there.',
    })
    expect(stateAt('ringing')).toMatchObject({
      role: 'waiting on us',
      screen: null,
      invokes: ['ring'],
      announces: ['tellOwner'],
    })
    expect(stateAt('waiting')).toMatchObject({ kind: 'parallel', role: null, initial: null })
    expect(stateAt('waiting.door')).toMatchObject({ kind: 'compound', initial: 'waiting.door.open' })
    expect(stateAt('gone')).toMatchObject({ kind: 'final', role: 'ended' })
  })

  it.each([
    [
      'quiet',
      0,
      {
        cause: 'event',
        label: 'door.opened',
        guard: 'isNight',
        target: 'ringing',
        key: 'quiet/door.opened/0',
        description: 'Somebody opened the door.',
      },
    ],
    ['quiet', 1, { cause: 'event', guard: null, target: null, announces: ['tellOwner'], key: 'quiet/door.opened/1' }],
    ['quiet', 2, { cause: 'timer', label: 'after 15 min', target: 'gone', description: 'Nobody came.' }],
    ['quiet', 3, { cause: 'timer', label: 'until dawn' }],
    ['ringing', 0, { cause: 'done', label: 'ringOnce done', target: 'waiting' }],
    ['ringing', 1, { cause: 'failed', label: 'ringOnce failed', target: 'gone', description: 'The bell is broken.' }],
    ['waiting', 0, { cause: 'done', label: 'all done', target: 'gone' }],
    ['waiting.door.open', 0, { cause: 'always', label: 'at once', target: 'waiting.door.shut' }],
  ])('of the ways out of %s, number %i is %j', (source, index, expected) => {
    expect(ways(source)[index]).toMatchObject(expected)
  })

  it('names every transition once', () => {
    expect(new Set(transitions.map(({ key }) => key)).size).toBe(transitions.length)
  })

  it('keeps the words of what occurs, and no others', () => {
    expect(chart.guards).toEqual({ isNight: 'it is dark' })
    expect(chart.effects).toEqual({ ring: 'rings the bell', tellOwner: 'tells the owner' })
  })
})

describe('a duration', () => {
  it.each([
    [1, '1 ms'],
    [1500, '1500 ms'],
    [15_000, '15 s'],
    [900_000, '15 min'],
    [3_600_000, '1 h'],
    [14 * 86_400_000, '14 d'],
  ])('of %i ms reads %s', (ms, words) => {
    expect(readableDuration(ms)).toBe(words)
  })
})
