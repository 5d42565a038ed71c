import { describe, expect, it } from 'vitest'
import { activeLeaves } from '../../machines/kit/walk.ts'
import { flows } from '../../machines/registry.ts'
import { chartOf } from './charts.ts'
import { openPlayer } from './player.ts'

const chartIds = flows.map(({ machine: { id } }) => id)

describe('playing a chart', () => {
  it.each(chartIds)('%s begins where it begins', (id) => {
    const player = openPlayer(chartOf(id))
    expect(player.broken()).toBeNull()
    expect(player.steps()).toHaveLength(1)
  })

  const moments = [...chartIds.map(chartOf)].flatMap((chart) =>
    chart.fixtures.map((fixture) => [`${chart.flow.machine.id}: ${fixture.name}`, chart, fixture] as const),
  )
  it.each(moments)('%s is reached by playing', (_, chart, fixture) => {
    const player = openPlayer(chart)
    player.replay(fixture.events)
    expect(player.broken()).toBeNull()
    expect(activeLeaves(player.steps().at(-1)!.seen['']!)).toContain(fixture.state)
  })

  it.each(['payment', 'card'])('%s takes a card that holds, when nothing else was chosen', (id) => {
    const player = openPlayer(chartOf(id))
    player.advance(1000)
    player.tell('', { type: 'card.submitted' })
    player.advance(5000)
    expect(['paid', 'replaced']).toContain(player.steps().at(-1)!.seen['']!.value)
  })

  it('signs somebody up by itself, from what they do on the screen', () => {
    const player = openPlayer(chartOf('onboarding'))
    player.request('', { type: 'address.submitted', email: 'mara@fernhill.studio' })
    player.advance(1000)
    player.request('', { type: 'code.typed', code: '418302' })
    player.request('', {
      type: 'profile.saved',
      name: 'Mara',
      company: 'Fernhill',
      role: 'developer',
      password: 'correct horse',
    })
    player.advance(1000)
    player.request('', { type: 'plan.chosen', plan: 'team', interval: 'month' })
    player.advance(1000)
    player.request('payment', { type: 'card.submitted' })
    player.advance(60_000)
    const { value, context } = player.steps().at(-1)!.seen['']!
    expect([value, context.slug]).toEqual(['ready', 'fernhill-studio'])
  })
})
