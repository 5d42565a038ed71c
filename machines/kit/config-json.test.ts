import { describe, expect, it } from 'vitest'
import { assign, setup } from 'xstate'
import { configJson } from './config-json.ts'

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

describe('a configuration as JSON', () => {
  const read = JSON.parse(configJson(machine))

  it('keeps what the chart says', () => {
    expect(read).toMatchObject({ id: 'bell', initial: 'quiet' })
    expect(read.states.quiet.on.rang.guard).toBe('isNight')
  })

  it('names what is computed, and runs none of it', () => {
    expect(read.states.quiet.on.rang.actions).toEqual({ type: 'xstate.assign' })
    expect(read).not.toHaveProperty('context')
  })
})
