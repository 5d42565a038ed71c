/** The outline of every chart against the planner: what a step says it took is in the outline, under the same name. */
import type { AnyStateMachine } from 'xstate'
import { describe, expect, it } from 'vitest'
import { planner } from '../engine/planner/planner.ts'
import type { Plan } from '../engine/planner/row.ts'
import { random } from '../engine/proof/random.ts'
import { flows } from '../../machines/registry.ts'
import { type Outline, outline } from '../../machines/kit/outline.ts'
import { leavesIn } from '../../machines/kit/state-value.ts'
import { leavesOf } from '../../machines/kit/walk.ts'

describe.each(flows.map((flow) => [flow.machine.id, flow] as const))('the outline of %s', (_, flow) => {
  const chart = outline(flow as never)

  it('has every leaf, and no name twice', () => {
    const paths = chart.states.map(({ path }) => path)
    const keys = chart.transitions.map(({ key }) => key)
    expect(new Set(paths).size).toBe(paths.length)
    expect(new Set(keys).size).toBe(keys.length)
    expect(paths).toEqual(expect.arrayContaining(leavesOf(flow.machine).map(({ path }) => path.join('.'))))
  })

  it('knows every transition a walk takes, from a state that was active', () => {
    const known = new Map(chart.transitions.map(({ key, source }) => [key, source]))
    let taken = 0
    for (const { before, transitions } of walk(flow.machine as never, chart, 3000)) {
      for (const key of transitions) {
        taken++
        expect(known.has(key), key).toBe(true)
        expect(isWithin(before, known.get(key)!), key).toBe(true)
      }
    }
    expect(taken).toBeGreaterThan(100)
  })
})

interface Stepped {
  /** The leaves it was taken from. */
  readonly before: readonly string[]
  readonly transitions: readonly string[]
}

/** Sends what the outline says may come, at random; guards answer at random, too, and nothing is kept. */
function* walk(machine: AnyStateMachine, { transitions }: Outline, steps: number): Generator<Stepped> {
  const chance = random(7)
  const { actions, guards, delays } = machine.implementations
  const all = (names: object, answer: unknown) => Object.fromEntries(Object.keys(names).map((name) => [name, answer]))
  const given = {
    actions: all(actions, () => {}),
    guards: all(guards, () => chance.chance(0.5)),
    delays: all(delays, 1),
  }
  const { init, step } = planner(machine.provide(given as never))
  const anything = { onboardingId: 'onb_1', plan: {}, order: {} }
  // a chart may need more than that to ask for work; then the event is not sent
  const attempt = (work: () => Plan) => {
    try {
      return work()
    } catch {
      return null
    }
  }
  const begin = () => init(anything)
  let plan = begin()
  for (let n = 0; n < steps; n++) {
    let before = leavesIn(plan.row.value)
    const possible = transitions.filter(({ event, source }) => event !== '' && isWithin(before, source))
    if (possible.length === 0 || chance.chance(0.02)) {
      plan = begin()
      continue
    }
    const { event: type } = chance.pick(possible)
    const event = { ...anything, type, actorId: type.split('.').at(-1), output: anything, error: { code: 'x' } }
    const next = attempt(() => step(plan.row, event))
    for (const { transitions: keys, value } of next?.taken ?? []) {
      yield { before, transitions: keys }
      before = leavesIn(value)
    }
    plan = next && next.row.status === 'active' ? next : plan
  }
}

const isWithin = (leaves: readonly string[], state: string) =>
  state === '' || leaves.some((leaf) => `${leaf}.`.startsWith(`${state}.`))
