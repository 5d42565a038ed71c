/** What a picture shows of a journal at any of its lines. */
import { describe, expect, it } from 'vitest'
import type { Picture } from '../../machines/kit/picture.ts'
import type { JournalEntry } from './data/types.ts'
import { lanesOf, leavesAt, marksAt } from './journey.ts'

const state = (path: string, kind = 'atomic') => ({ path, kind, name: path })
const picture = {
  states: [
    state('', 'compound'),
    state('a'),
    state('p', 'parallel'),
    state('p.x', 'compound'),
    state('p.x.one'),
    state('p.x.two'),
    state('p.y', 'compound'),
    state('p.y.on'),
    state('z'),
  ],
} as unknown as Picture

const entry = (seq: number, left: string[], entered: string[], leaves: string[], more: Partial<JournalEntry> = {}) =>
  ({
    seq,
    at: seq * 1000,
    left,
    entered,
    leaves,
    taken: [{ event: 'e', transitions: [`t${seq}`], leaves }],
    ...more,
  }) as JournalEntry
const entries = [
  entry(1, [], ['a'], ['a']),
  entry(2, ['a'], ['p.x.one', 'p.y.on'], ['p.x.one', 'p.y.on']),
  entry(3, ['p.x.one'], ['p.x.two'], ['p.x.two', 'p.y.on']),
]

describe('a moment of a journey', () => {
  it('marks where the actor is, where it was and what lies ahead', () => {
    const { states } = marksAt(picture, entries, { seq: 2, micro: null }, 9000)
    const statuses = Object.fromEntries(Object.entries(states!).map(([path, { status }]) => [path, status]))
    expect(statuses).toMatchObject({
      a: 'been',
      p: 'here',
      'p.x.one': 'here',
      'p.x.two': 'ahead',
      'p.y.on': 'here',
      z: 'ahead',
    })
    expect(states!['a']!.note).toBe('took 1 s')
  })

  it('tells the lines walked before from those of the step that is shown', () => {
    const { transitions } = marksAt(picture, entries, { seq: 3, micro: null }, 9000)
    expect(transitions).toEqual({ t1: { taken: true }, t2: { taken: true }, t3: { taken: true, now: true } })
  })

  it('stops between two microsteps', () => {
    const taken = [
      { event: 'go', transitions: ['first'], leaves: ['p.x.two', 'p.y.on'] },
      { event: '', transitions: ['second'], leaves: ['z'] },
    ]
    const all = [...entries, entry(4, ['p.x.two', 'p.y.on'], ['z'], ['z'], { taken })]
    expect(leavesAt(all, { seq: 4, micro: 1 })).toEqual(['p.x.two', 'p.y.on'])
    expect(leavesAt(all, { seq: 4, micro: 2 })).toEqual(['z'])
    const { transitions } = marksAt(picture, all, { seq: 4, micro: 1 }, 9000)
    expect(transitions).toMatchObject({ first: { taken: true, now: true } })
    expect(transitions).not.toHaveProperty('second')
  })

  it('says nothing of what came before the lines at hand', () => {
    const { states } = marksAt(picture, entries.slice(1), { seq: 3, micro: null }, 9000)
    expect(states!['z']).toEqual({})
    expect(states!['p.x.one']).toMatchObject({ status: 'been' })
  })
})

describe('lanes', () => {
  it('are one for each region, with what it was in and for how long', () => {
    expect(lanesOf(picture, entries)).toEqual([
      { region: '', spans: [{ leaf: 'a', fromSeq: 1, toSeq: 2, from: 1000, to: 2000 }] },
      {
        region: 'p.x',
        spans: [
          { leaf: 'p.x.one', fromSeq: 2, toSeq: 3, from: 2000, to: 3000 },
          { leaf: 'p.x.two', fromSeq: 3, toSeq: null, from: 3000, to: null },
        ],
      },
      { region: 'p.y', spans: [{ leaf: 'p.y.on', fromSeq: 2, toSeq: null, from: 2000, to: null }] },
    ])
  })

  it('of a journal that begins in the middle begin with where the actor was', () => {
    expect(lanesOf(picture, entries.slice(2)).map(({ region, spans }) => [region, spans[0]!.leaf])).toEqual([
      ['p.x', 'p.x.two'],
      ['p.y', 'p.y.on'],
    ])
  })
})
