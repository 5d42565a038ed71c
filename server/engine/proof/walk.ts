/**
 * The differential walk: the same random events through the planner, its row read back from JSON every step, and
 * through XState's own interpreter. After every step both must be at the same place and have asked for the same.
 */
import type { AnyStateMachine } from 'xstate'
import { random } from './random.ts'
import { Run, type RunOptions } from './run.ts'

/** How to walk a chart, and how far. */
export interface WalkOptions extends RunOptions {
  /** How many steps to walk; a run that ends is begun again. */
  steps: number
  /** Most steps of one run, so that long-lived charts begin again too. Default 200. */
  runLength?: number
}

/** What a walk came through. */
export interface Walked {
  steps: number
  runs: number
  /** Every state value reached, as JSON. */
  states: string[]
}

/**
 * Walks until `steps` are done, or until ten runs have ended before their first step: `steps` of the answer says how
 * far it came. Throws a `Divergence` at the first step on which the two sides differ.
 */
export function walkChart(machine: AnyStateMachine, options: WalkOptions): Walked {
  const chance = random(options.seed)
  const walked = { steps: 0, runs: 0, states: new Set<string>() }
  let stillborn = 0
  while (walked.steps < options.steps) {
    const before = walked.steps
    const run = new Run(machine, options, chance)
    walked.runs++
    const most = Math.min(options.runLength ?? 200, options.steps - walked.steps)
    while (walked.steps - before < most && run.step()) {
      walked.steps++
      walked.states.add(run.state)
    }
    run.end()
    stillborn += walked.steps === before ? 1 : 0
    if (stillborn > 9) break
  }
  return { ...walked, states: [...walked.states] }
}
