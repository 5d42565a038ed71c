import { describe, expect, it } from 'vitest'
import { type AnyStateNode, type AnyTransitionDefinition, assign, createMachine, setup } from 'xstate'
import { configJson } from './config-json.ts'
import { flows } from '../registry.ts'
import type { Says } from './says.ts'

const machine = setup({
  types: { context: {} as { rings: number }, events: {} as { type: 'rang' } },
  guards: { isNight: () => true },
}).createMachine({
  id: 'bell',
  context: () => ({ rings: 0 }),
  initial: 'quiet',
  states: {
    quiet: { on: { rang: { guard: 'isNight', actions: assign({ rings: ({ context }) => context.rings + 1 }) } } },
  },
})

const says: Says = {
  title: 'A bell',
  summary: 'Rings.',
  events: { rang: 'Somebody pulled the rope.' },
  delays: {},
  answers: {},
  guards: {},
  effects: {},
}

describe('a configuration as JSON', () => {
  const read = JSON.parse(configJson({ machine, says }))

  it('keeps what the chart says', () => {
    expect(read).toMatchObject({ id: 'bell', initial: 'quiet' })
    expect(read.states.quiet.on.rang.guard).toBe('isNight')
  })

  it('names what is computed, and runs none of it', () => {
    expect(read.states.quiet.on.rang.actions).toEqual({ type: 'xstate.assign' })
    expect(read).not.toHaveProperty('context')
  })

  it('says what each event, delay and answer means, and is a chart still', async () => {
    expect(read.states.quiet.on.rang.description).toBe('Somebody pulled the rope.')
    for (const flow of flows) {
      const config = JSON.parse(configJson(flow as never))
      const { root } = createMachine(config)
      expect(Object.keys(root.states)).toEqual(Object.keys(flow.machine.root.states))
      const undescribed = transitionsUnder(root).filter(
        ({ description, eventType }) => !description && eventType !== '',
      )
      expect(undescribed.map(({ eventType }) => eventType)).toEqual([])
    }
  })
})

const transitionsUnder = (node: AnyStateNode): AnyTransitionDefinition[] => [
  ...[...node.transitions.values()].flat(),
  ...Object.values(node.states).flatMap(transitionsUnder),
]
