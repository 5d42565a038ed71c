import { describe, expect, it } from 'vitest'
import { createMachine } from 'xstate'
import { type Outline, outline } from '../../machines/kit/outline.ts'
import type { Flow } from '../../machines/kit/flow.ts'
import type { Box, Picture, PlacedState, Point } from '../../machines/kit/picture.ts'
import { pack, unpack } from '../../machines/kit/picture-file.ts'
import { lifecycleGroups, lifecycleLinks } from '../../machines/lifecycle.ts'
import { flows } from '../../machines/registry.ts'
import { cardTitle } from '../../ui/chart/measures.ts'
import { textWidth } from '../../ui/chart/text-width.ts'
import { titleStart } from '../../ui/chart/titles.ts'
import { noteRoom, noteWidth } from '../../ui/chart/words.ts'
import { largeOutline } from './large.ts'
import { layout } from './layout.ts'
import { lifecycle } from './lifecycle.ts'
import { pack as packBoxes } from './pack.ts'

const outlines = (flows as readonly Flow[]).map((flow) => outline(flow))
const drawn: [string, Picture][] = []
for (const chart of outlines) drawn.push([chart.id, await layout(chart)])
drawn.push(['the overview', lifecycle(outlines)])
const framed = createMachine({
  id: 'framed',
  initial: 'open',
  on: { shut: '.shut', knocked: {}, reset: '#framed' },
  states: {
    open: { on: { back: { target: 'past' } } },
    past: { type: 'history', target: 'open' },
    shut: { initial: 'tight', states: { tight: { on: { gone: '#framed.open' } } } },
  },
})
drawn.push(['a chart with ways from its own border', await layout(outline({ machine: framed }))])
const from = performance.now()
drawn.push(['200 states', await layout(largeOutline())])
const largeMs = performance.now() - from

const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('.')))
const isInside = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h
const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h
const isLeaf = ({ kind }: PlacedState) => kind !== 'compound' && kind !== 'parallel'

describe.each(drawn)('the picture of %s', (_, picture) => {
  const { states, transitions, width, height } = picture
  const paper = { x: 0, y: 0, w: width, h: height }
  const leaves = states.filter(isLeaf)
  const words = transitions.flatMap(({ key, at, points }) => (at ? [{ key, at, stays: points.length === 0 }] : []))

  it('has every state inside what holds it, and beside its neighbours', () => {
    for (const state of states.filter(({ path }) => path !== '')) {
      const holder = states.find(({ path }) => path === parentOf(state.path))!
      expect(isInside(state, holder), `${state.path} in ${holder.path}`).toBe(true)
      const neighbours = states.filter(
        ({ path }) => path !== state.path && path !== '' && parentOf(path) === holder.path,
      )
      expect(
        neighbours.filter((other) => overlap(state, other)).map(({ path }) => path),
        state.path,
      ).toEqual([])
    }
  })

  it('has all words on the paper, none of them over a state or over other words', () => {
    for (const { key, at, stays } of words) {
      expect(isInside(at, paper), key).toBe(true)
      const under = leaves.filter((state) => overlap(at, state)).map(({ path }) => path)
      expect(under.length, `${key} over ${under.join()}`).toBeLessThanOrEqual(stays ? 1 : 0)
      expect(
        words.filter((other) => other.key !== key && overlap(at, other.at)).map((other) => other.key),
        key,
      ).toEqual([])
    }
  })

  it('has words for every transition', () => {
    expect(transitions.filter(({ at }) => at === null).map(({ key }) => key)).toEqual([])
  })

  it('has a line for whatever leads elsewhere, from border to border, right-angled, through no state', () => {
    for (const { key, source, target, points } of transitions) {
      const leads = target !== null && target !== source
      expect(points.length > 1, key).toBe(leads)
      const pieces = points.slice(1).map((point, index) => [points[index]!, point] as const)
      for (const [[ax, ay], [bx, by]] of pieces) {
        expect(ax === bx || ay === by, `${key} is right-angled`).toBe(true)
        const piece = {
          x: Math.min(ax, bx) + 0.5,
          y: Math.min(ay, by) + 0.5,
          w: Math.abs(bx - ax) - 1,
          h: Math.abs(by - ay) - 1,
        }
        const line = { ...piece, w: Math.max(0.1, piece.w), h: Math.max(0.1, piece.h) }
        expect(
          leaves.filter((state) => overlap(shrunk(state), line)).map(({ path }) => path),
          key,
        ).toEqual([])
      }
    }
  })

  it('has no line through the name of a group', () => {
    for (const state of states.filter((one) => !isLeaf(one) && one.path !== '')) {
      const name = { x: state.x + titleStart(state, picture), y: state.y + 8, w: textWidth(state.name, 13), h: 18 }
      const through = [
        ...transitions,
        ...picture.starts.map((start) => ({ ...start, key: `start of ${start.target}` })),
      ]
        .filter(({ points }) => points.slice(1).some((point, index) => overlap(name, stroke(points[index]!, point))))
        .map(({ key }) => key)
      expect(through, state.path).toEqual([])
    }
  })

  it('has room for a note below the words of a line, which nothing else needs', () => {
    for (const { key, at, stays } of words) {
      if (stays || picture.id === 'lifecycle') continue
      const note = { x: at.x, y: at.y + at.h, w: Math.max(at.w, noteWidth), h: noteRoom - 2 }
      expect(isInside(note, paper), key).toBe(true)
      expect(
        leaves.filter((state) => overlap(note, shrunk(state))).map(({ path }) => path),
        key,
      ).toEqual([])
      expect(
        words.filter((other) => other.key !== key && overlap(note, other.at)).map((other) => other.key),
        key,
      ).toEqual([])
    }
  })

  it('has a dot where each begins', () => {
    const begun = states.flatMap(({ kind, initial }) => (kind === 'compound' && initial !== null ? [initial] : []))
    expect(picture.starts.map(({ target }) => target).toSorted()).toEqual(begun.toSorted())
  })
})

const stroke = ([ax, ay]: Point, [bx, by]: Point): Box => ({
  x: Math.min(ax, bx) - 0.5,
  y: Math.min(ay, by) - 0.5,
  w: Math.abs(bx - ax) + 1,
  h: Math.abs(by - ay) + 1,
})

/** Rounding may put a line a pixel over an edge. */
const shrunk = ({ x, y, w, h }: Box): Box => ({ x: x + 2, y: y + 2, w: w - 4, h: h - 4 })

describe('laying out', () => {
  const [, account] = drawn.find(([id]) => id === 'account')!

  it('gives the same outline the same picture', async () => {
    expect(await layout(outlines.find(({ id }) => id === 'account')!)).toEqual(account)
  })

  it('bears 200 states within twenty seconds on a slow core', () => {
    expect(largeMs).toBeLessThan(20_000)
  })

  it('loses nothing on the way to a file and back', () => {
    for (const { id } of outlines) {
      const [, picture] = drawn.find(([name]) => name === id)!
      expect(unpack(JSON.parse(JSON.stringify(pack(picture))))).toEqual(picture)
    }
  })

  it('draws transitions that share their ends as one line, failures apart', () => {
    const [, provisioning] = drawn.find(([id]) => id === 'provisioning')!
    const between = provisioning.transitions.filter(
      ({ source, target }) => source === 'verifying' && target === 'choosing',
    )
    const lines = Map.groupBy(between, ({ points }) => JSON.stringify(points))
    expect([...lines.values()].map((line) => line.map(({ cause }) => cause))).toEqual([['done', 'done'], ['failed']])
  })

  it('refuses what does not begin with the chart itself', async () => {
    await expect(layout({ ...(outlines[0] as Outline), states: [] })).rejects.toThrow('begins with the chart itself')
  })
})

describe('packing', () => {
  it('fills rows in order, and stretches them to one width', () => {
    const sizes = [
      { w: 300, h: 100 },
      { w: 400, h: 80 },
      { w: 600, h: 50 },
    ]
    const { places, w } = packBoxes(sizes, { width: 820, gap: 10, top: 30, side: 10 })
    expect(places.map(({ y }) => y)).toEqual([30, 30, 140])
    expect(places[1]!.x + places[1]!.w).toBe(w - 10)
    expect(places[2]!.x + places[2]!.w).toBe(w - 10)
  })
})

describe('the overview', () => {
  const [, whole] = drawn.find(([name]) => name === 'the overview')!

  it('fits a laptop at 100 %', () => {
    expect(whole.width).toBeLessThanOrEqual(1200)
    expect(whole.height).toBeLessThanOrEqual(680)
  })

  it('has every title in full, at most two lines of it', () => {
    for (const card of whole.states.filter(({ path }) => path.includes('.'))) {
      const lines = cardTitle(card)
      expect(lines.join(' ')).toBe(card.name)
      expect(lines.length).toBeLessThanOrEqual(2)
    }
  })

  it('has every chart there is, each once', () => {
    expect(lifecycleGroups.flatMap(({ charts }) => charts).toSorted()).toEqual(outlines.map(({ id }) => id).toSorted())
  })

  it('has a line for every invoked chart and every declared link', () => {
    const ends = whole.transitions.map(({ source, target }) => `${source.split('.')[1]} ${target!.split('.')[1]}`)
    for (const { from: one, to } of lifecycleLinks) expect(ends).toContain(`${one} ${to}`)
    expect(ends).toContain('onboarding provisioning')
    expect(ends).toContain('offboarding cleaning')
  })
})
