/** A chart larger than any of ours, to see that layout and picture bear it. The same every time. */
import type { Outline, OutlinedState, OutlinedTransition } from '../../machines/kit/outline.ts'
import { leafTags } from '../../machines/kit/flow.ts'
import { readableName } from '../../machines/kit/readable.ts'

const groups = 20
const perGroup = 9

/** 200 states under the chart itself: 20 groups of nine, each leading on to the next, with a way back now and then. */
export function largeOutline(): Outline {
  const paths = Array.from({ length: groups }, (_, group) => `group${group + 1}`)
  return {
    id: 'large',
    version: '1',
    title: 'A chart of 200 states',
    summary: 'Generated, to see that pictures bear it.',
    states: [
      stateOf('', 'compound', 0, 'group1'),
      ...paths.flatMap((path, group) => [
        stateOf(path, 'compound', 0, `${path}.step1`),
        ...stepsOf(path).map((step, index) =>
          stateOf(step, index === 8 && group === groups - 1 ? 'final' : 'atomic', group + index),
        ),
      ]),
    ],
    transitions: paths.flatMap((path, group) => waysIn(path, group)),
    guards: {},
    effects: {},
  }
}

const stepsOf = (path: string) => Array.from({ length: perGroup }, (_, index) => `${path}.step${index + 1}`)

function waysIn(path: string, group: number): OutlinedTransition[] {
  const steps = stepsOf(path)
  const last = steps.at(-1)!
  const onward = steps.slice(1).map((to, index) => wayOf(steps[Math.floor(index / 2)]!, to, `step.${index + 1}`))
  const back = group % 4 === 3 ? [wayOf(last, steps[0]!, 'step.back', 'mayReturn')] : []
  const out = group < groups - 1 ? [wayOf(last, `group${group + 2}`, 'group.done')] : []
  return [...onward, ...back, ...out]
}

function stateOf(
  path: string,
  kind: OutlinedState['kind'],
  turn: number,
  initial: string | null = null,
): OutlinedState {
  const role = kind === 'compound' ? null : kind === 'final' ? 'ended' : (leafTags[turn % 4] ?? null)
  const name = readableName(path.slice(path.lastIndexOf('.') + 1) || 'A chart of 200 states')
  return { path, name, kind, role, description: '', screen: null, initial, invokes: [], announces: [] }
}

function wayOf(source: string, target: string, event: string, guard: string | null = null): OutlinedTransition {
  const key = `${source}/${event}/0`
  return { key, source, target, event, cause: 'event', label: event, guard, announces: [], description: '' }
}
