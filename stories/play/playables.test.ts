import { describe, expect, it } from 'vitest'
import type { StateMeta } from '../../machines/kit/flow.ts'
import { leavesOf, pathOf } from '../../machines/kit/walk.ts'
import { flows } from '../../machines/registry.ts'
import { follow, slugOf } from './link.ts'
import { playables } from './playables.ts'
import { openPlayer } from './player.ts'

const played = (id: string) => playables.filter(({ chart }) => chart.flow.machine.id === id)
const screensOf = (machine: (typeof flows)[number]['machine']) =>
  leavesOf(machine)
    .filter(({ meta }) => ((meta as StateMeta | undefined)?.screen ?? 'none') !== 'none')
    .map(pathOf)

describe('the playables', () => {
  it.each(flows.map(({ machine }) => [machine.id, machine] as const))(
    'play %s, with a moment for every state that has a screen',
    (id, machine) => {
      expect(played(id).length).toBeGreaterThan(0)
      const moments = new Set(played(id).flatMap(({ chart }) => chart.fixtures.map(({ state }) => state)))
      expect(screensOf(machine).filter((state) => !moments.has(state))).toEqual([])
    },
  )

  it('have ids of their own', () => {
    const ids = playables.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(playables)('$name goes on for a year from its beginning', ({ chart }) => {
    const player = openPlayer(chart)
    player.advance(365 * 86_400_000)
    expect(player.broken()).toBeNull()
  })

  const moments = playables.flatMap((one) => one.chart.fixtures.map((fixture) => [one, fixture] as const))
  it.each(moments.map(([one, fixture]) => [`${one.id} ${slugOf(fixture.name)}`, one, fixture] as const))(
    '%s is reached by its link, and goes on from there',
    (_, { chart }, { name, state }) => {
      const player = openPlayer(chart)
      follow(player, { moment: slugOf(name) })
      const snapshot = player.steps().at(-1)!.seen['']!
      expect(snapshot._nodes.map((node) => pathOf(node as never))).toContain(state)
      // a year in which every effect answers and every timer runs out
      player.advance(365 * 86_400_000)
      expect(player.broken()).toBeNull()
    },
  )
})
