import { describe, expect, it } from 'vitest'
import type { Planner } from '../planner/planner.ts'
import { planner } from '../planner/planner.ts'
import { refuse } from '../planner/register.ts'
import type { Plan } from '../planner/row.ts'
import { events, generateChart } from './generate.ts'
import { Divergence } from './run.ts'
import { toyEvents, toyMachine } from './toy.machine.ts'
import { walkChart } from './walk.ts'

const outputs = { job: (chance: { int(below: number): number }) => ({ k: chance.int(3) }), task: 7 }

describe('the planner', () => {
  it('equals the live interpreter on 10,000 steps of a small chart', () => {
    const { steps, states } = walkChart(toyMachine, { events: toyEvents, outputs: { job: 3 }, steps: 10_000, seed: 1 })
    expect(steps).toBe(10_000)
    expect(states.toSorted()).toEqual(['"busy"', '"idle"', '"rest"'])
  })

  it('equals the live interpreter on 300 random charts', { timeout: 120_000 }, () => {
    let walked = 0
    let seed = 0
    while (walked < 300) {
      seed++
      if (walkGenerated(seed, 50) === 50) walked++
    }
    // the others end in their first step
    expect(seed).toBeLessThan(360)
  })

  it('would run every random chart durably', () => {
    for (let seed = 1; seed <= 100; seed++) expect(refuse(generateChart(seed)), `seed ${seed}`).toEqual([])
  })
})

describe('the walk', () => {
  it.each<[fault: string, spoil: (plan: Plan) => void]>([
    ['forgets to stop', (plan) => void (plan.stop = [])],
    ['forgets a child', (plan) => void (plan.start = plan.start.slice(1))],
    ['loses an input', (plan) => plan.start.forEach((effect) => (effect.input = undefined))],
    ['counts no generations', (plan) => Object.values(plan.row.children).forEach((child) => (child.gen = 1))],
    ['forgets to cancel', (plan) => void (plan.timers = plan.timers.filter(({ op }) => op !== 'cancel'))],
    ['forgets a timer', (plan) => void (plan.timers = plan.timers.slice(1))],
    ['turns timers round', (plan) => void (plan.timers = plan.timers.toReversed())],
    ['turns sends round', (plan) => void (plan.sends = plan.sends.toReversed())],
    ['loses a send', (plan) => void plan.sends.pop()],
    ['loses an emitted event', (plan) => void plan.emitted.pop()],
    ['loses a transition', (plan) => void (plan.taken = plan.taken.slice(1))],
    ['turns actions round', (plan) => void (plan.actions = plan.actions.toReversed())],
    ['loses params', (plan) => plan.actions.forEach((action) => (action.params = undefined))],
    ['loses the order of regions', (plan) => delete plan.row.nodes],
    ['loses history', (plan) => void (plan.row.historyValue = {})],
    ['loses system ids', (plan) => Object.values(plan.row.children).forEach((child) => delete child.systemId)],
    ['calls everything ignored', (plan) => void (plan.changed = false)],
    ['forgets how many names it gave', (plan) => delete plan.row.gens['#']],
  ])('notices a planner that %s', (_, spoil) => {
    const walkUntilNoticed = () => {
      for (let seed = 1; seed <= 200; seed++) walkGenerated(seed, 60, spoil)
    }
    expect(walkUntilNoticed).toThrow(Divergence)
  })

  it('names the seed and the way there when the sides differ', () => {
    expect(() => walkGenerated(2, 60, (plan) => void (plan.row.status = 'stopped'))).toThrow(/seed 2, step \d+: /)
  })
})

/** How many steps the chart of a seed came; `spoil` breaks every plan first. */
function walkGenerated(seed: number, steps: number, spoil?: (plan: Plan) => void): number {
  const machine = generateChart(seed)
  const spoiled = spoil && spoiling(planner(machine), spoil)
  return walkChart(machine, { events, outputs, steps, seed, planner: spoiled }).steps
}

function spoiling(sound: Planner, spoil: (plan: Plan) => void): Planner {
  const spoilt = (plan: Plan) => {
    const copy = structuredClone(plan)
    spoil(copy)
    return copy
  }
  return {
    init: (input) => spoilt(sound.init(input)),
    step: (row, event) => spoilt(sound.step(row, event)),
    handles: (row, event) => sound.handles(row, event),
  }
}
