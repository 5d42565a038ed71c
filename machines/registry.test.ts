import { describe, expect, it } from 'vitest'
import { misspoken, unsaid } from './kit/chart-rules.ts'
import type { Flow } from './kit/flow.ts'
import { onboardingFlow } from './onboarding/onboarding.flow.ts'
import { flows } from './registry.ts'

const named = flows.map((flow) => [flow.machine.id, flow as unknown as Flow] as const)

describe('every chart in plain language', () => {
  it.each(named)('%s has words for all it does, and none about nothing', (_, flow) => {
    expect(unsaid(flow)).toEqual([])
  })
  it.each(named)('%s says what happened in sentences, and when and what in phrases', (_, flow) => {
    expect(misspoken(flow)).toEqual([])
  })
  it('has a name of its own for each', () => {
    const titles = flows.map(({ says }) => says.title)
    expect(new Set(titles).size).toBe(flows.length)
  })
})

describe('a chart with gaps in its words', () => {
  const { says, ...rest } = onboardingFlow as unknown as Flow
  const without = (list: Readonly<Record<string, string>>, name: string) => ({ ...list, [name]: ' ' })

  it('is told each of them, and each word that is about nothing', () => {
    const gaps = unsaid({
      ...rest,
      says: {
        ...says,
        summary: '',
        events: { ...without(says.events, 'code.accepted'), 'code.guessed': 'Nobody.' },
        delays: without(says.delays, 'codeLifetime'),
        answers: without(says.answers, 'sendCode failed'),
        guards: without(says.guards, 'hasTriesLeft'),
        effects: without(says.effects, 'openAccount'),
      },
    })
    expect(gaps).toEqual([
      "'' has no description",
      "events: 'code.accepted' has no words",
      "events: 'code.guessed' is nothing",
      "delays: 'codeLifetime' has no words",
      "answers: 'sendCode failed' has no words",
      "guards: 'hasTriesLeft' has no words",
      "effects: 'openAccount' has no words",
    ])
  })
  it('is told words of the wrong form', () => {
    const events = { ...says.events, 'code.accepted': 'right digits' }
    const guards = { ...says.guards, isFree: 'It is free.' }
    expect(misspoken({ says: { ...says, events, guards } })).toEqual([
      "events: 'code.accepted' reads 'right digits'",
      "guards: 'isFree' reads 'It is free.'",
    ])
  })
})
