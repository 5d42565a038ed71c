import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Picture, type PlacedState, type PlacedTransition } from '../../machines/kit/picture.ts'
import { unpack } from '../../machines/kit/picture-file.ts'
import { connectedTo } from './connected.ts'
import { paintOf, ink } from './export/paint.ts'
import { mermaid } from './export/mermaid.ts'
import { svgOf } from './export/svg.ts'
import { dotAt, headPath, linePath } from './lines.ts'
import { find, stateLabel } from './named.ts'
import { beginningOf, nextStop, stateStop, stopsOf, transitionStop } from './stops.ts'
import { clip, textWidth, wrap } from './text-width.ts'
import { placedWords, sizeOfWords, wordLines } from './words.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const signIn = unpack(JSON.parse(read('machines/sign-in/sign-in.picture.json')))
const account = unpack(JSON.parse(read('machines/account/account.picture.json')))
const evil = '</text><script>alert(1)</script> "&\u202E'

describe('words', () => {
  const said = { cause: 'event', label: 'code.rejected', guard: 'hasTries', announces: [] } as const

  it('share a line while they are short', () => {
    expect(wordLines({ ...said, label: 'ok', guard: 'isA' })).toHaveLength(1)
    expect(wordLines(said).map((line) => line.map(({ kind }) => kind))).toEqual([['event'], ['guard']])
  })

  it('leave "at once" out beside a guard', () => {
    expect(
      wordLines({ ...said, cause: 'always', label: 'at once' })
        .flat()
        .map(({ text }) => text),
    ).toEqual(['[hasTries]'])
  })

  it('get room for a finger where they can be sent', () => {
    expect(sizeOfWords({ ...said, guard: null }).h).toBe(24)
    expect(sizeOfWords({ ...said, label: 'a', guard: null }).w).toBeGreaterThanOrEqual(24)
  })

  it('never stand on each other', () => {
    const [line] = wordLines({ ...said, label: 'ok', guard: 'isA', announces: ['x'] })
    const [one, two] = placedWords(line!)
    expect(two!.x).toBeGreaterThan(one!.x + textWidth('ok', 11))
  })
})

describe('text', () => {
  it('is clipped with an ellipsis, within its width', () => {
    const clipped = clip('A name that is much too long for its node', 80, 12)
    expect(clipped).toMatch(/…$/)
    expect(textWidth(clipped, 12)).toBeLessThanOrEqual(80)
    expect(clip('Short', 80, 12)).toBe('Short')
  })

  it('loses turns of direction and line ends', () => {
    expect(clip('a\u202Eb\n\tc', 100, 12)).toBe('a b c')
  })

  it('is wrapped, the last line clipped', () => {
    expect(wrap('one two three four five six', 50, 11, 2)).toEqual(['one two', expect.stringMatching(/…$/)])
    expect(wrap('', 50, 11, 2)).toEqual([])
  })
})

describe('a line', () => {
  const points = [
    [0, 0],
    [0, 40],
    [60, 40],
  ] as const

  it('has round corners and stops short of its head', () => {
    expect(linePath(points)).toBe('M0 0L0 32Q0 40 8 40L54 40')
    expect(headPath(points)).toBe('M60 40L53 43.5L53 36.5Z')
  })

  it('begins at the border of its dot', () => {
    expect(dotAt(points, 5)).toEqual([0, -5])
  })

  it('of nothing is nothing', () => {
    expect(linePath([]) + headPath([])).toBe('')
  })
})

describe('walking', () => {
  const key = signIn.transitions.find(({ event }) => event === 'code.accepted')!.key
  const stops = stopsOf(signIn, { transitions: { [key]: { enabled: true } } })

  it('begins where somebody is, else where the chart begins', () => {
    expect(beginningOf(signIn, undefined, null).stop).toBe(stateStop('sendingCode'))
    expect(beginningOf(signIn, { states: { verifying: { status: 'here' } } }, null).stop).toBe(stateStop('verifying'))
    expect(beginningOf(signIn, undefined, { state: 'refused' }).stop).toBe(stateStop('refused'))
    expect(beginningOf(account, undefined, null).stop).toBe(stateStop('open.lifecycle.live'))
  })

  it('follows a line, stopping at what can be sent on it', () => {
    expect(nextStop(stops, stateStop('verifying'), 'down')).toBe(transitionStop(key))
    expect(nextStop(stops, transitionStop(key), 'down')).toBe(stateStop('accepted'))
    expect(nextStop(stopsOf(signIn, undefined), stateStop('accepted'), 'down')).toBe(stateStop('finished'))
  })

  it('ends at the edge', () => {
    expect(nextStop(stops, stateStop('sendingCode'), 'up')).toBeNull()
  })

  it('reaches every state of the largest chart', () => {
    const all = stopsOf(account, undefined)
    const reached = new Set([all[0]!.id])
    for (const id of reached) {
      for (const direction of ['up', 'down', 'left', 'right', 'outer', 'inner'] as const) {
        const next = nextStop(all, id, direction)
        if (next) reached.add(next)
      }
    }
    expect(all.filter(({ id }) => !reached.has(id)).map(({ id }) => id)).toEqual([])
  })
})

describe('what is connected', () => {
  it('is the state, its lines and their other ends', () => {
    const { states, transitions } = connectedTo(signIn, { state: 'accepted' })
    expect([...states].filter(Boolean).toSorted()).toEqual(['accepted', 'finished', 'refused', 'verifying'])
    expect(transitions.size).toBe(3)
  })

  it('is a transition and its two ends', () => {
    const { key } = signIn.transitions.find(({ event }) => event === 'session.begun')!
    const { states, transitions } = connectedTo(signIn, { transition: key })
    expect([...states].filter(Boolean).toSorted()).toEqual(['accepted', 'finished'])
    expect([...transitions]).toEqual([key])
  })
})

describe('search', () => {
  it('finds states by name and path, transitions by event', () => {
    expect(find(account, 'grace told')[0]).toMatchObject({
      chosen: { state: 'open.standing.owing.grace.told' },
      where: 'Open / Standing / Owing / Grace',
    })
    expect(find(signIn, 'session')[0]).toMatchObject({ name: 'session.begun', where: 'from Accepted' })
    expect(find(signIn, '  ')).toEqual([])
  })
})

describe('a state read out', () => {
  const [, state] = signIn.states as [PlacedState, PlacedState]

  it('says what stands on it first', () => {
    expect(stateLabel(state, { name: 'Sending code', fact: 'median 4 s', count: '12' }, { status: 'been' })).toBe(
      'Sending code, median 4 s, 12 here, Waiting on us, passed',
    )
  })

  it('says its whole name where that was clipped', () => {
    expect(stateLabel({ ...state, name: 'Long name' }, { name: 'Lo…', fact: '', count: null }, undefined)).toBe(
      'Lo…, Waiting on us, Long name',
    )
  })
})

describe('an export', () => {
  const hostile: Picture = {
    ...signIn,
    title: evil,
    states: signIn.states.map((state): PlacedState => ({ ...state, name: evil, invokes: [evil] })),
    transitions: signIn.transitions.map(
      (transition): PlacedTransition => ({ ...transition, label: evil, guard: evil }),
    ),
  }

  it('as SVG is well-formed and loads nothing', () => {
    for (const svg of [svgOf(signIn), svgOf(account), svgOf(hostile)]) {
      expect(svg).not.toMatch(/<script|<image|href|url\(|onload|style=/i)
      expect(svg.match(/<(g|text|svg|title)\b/g)?.length).toBe(svg.match(/<\/(g|text|svg|title)>/g)?.length)
      expect(svg).not.toContain('NaN')
    }
  })

  it('as SVG has every name and every word', () => {
    const svg = svgOf(signIn)
    for (const { name, path } of signIn.states) if (path) expect(svg).toContain(`>${name}<`)
    for (const { label } of signIn.transitions) expect(svg).toContain(label)
  })

  it('as Mermaid keeps names from becoming its own words', () => {
    expect(mermaid(hostile)).not.toMatch(/<script|"&/)
    expect(mermaid(signIn)).toContain('signIn_verifying --> signIn_refused: after 15 min')
  })
})

describe('the colours of what leaves the page', () => {
  const tokens = read('ui/tokens.css')
  const light = (name: string): string => {
    const value = new RegExp(`--tn-${name}:\\s*([^;]+);`).exec(tokens)![1]!
    const other = /^var\(--tn-([\w-]+)\)$/.exec(value.trim())
    return other ? light(other[1]!) : (/light-dark\((#\w+)/.exec(value)?.[1] ?? value)
  }

  it.each([
    ['active', 'active'],
    ['person', 'person'],
    ['us', 'us'],
    ['problem', 'problem'],
    ['final', 'final'],
    ['idle', 'node'],
  ] as const)('of %s are those of the page', (role, token) => {
    expect(paintOf(role)).toMatchObject({
      fill: light(`sc-${token}`),
      line: light(`sc-${token}-line`),
      ink: light(`sc-${token}-ink`),
    })
  })

  it.each([
    ['canvas', 'sc-canvas'],
    ['groupLine', 'sc-group-line'],
    ['strong', 'ink'],
    ['line', 'sc-edge'],
    ['failed', 'sc-edge-error'],
    ['event', 'sc-label'],
    ['guard', 'sc-guard'],
    ['timer', 'sc-timer'],
    ['effect', 'sc-effect'],
  ] as const)('of %s are %s', (name, token) => {
    expect(ink[name]).toBe(light(token))
  })
})
