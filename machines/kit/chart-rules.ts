/** What every chart keeps to. Each rule answers with what breaks it; its test wants none. */
import type { AnyStateMachine, InputFrom } from 'xstate'
import type { Fixture } from './fixture.ts'
import { type LeafTag, leafTags, type StateMeta } from './flow.ts'
import { activeLeaves, after, leavesOf, pathOf } from './walk.ts'

const screenOf = (meta: unknown) => (meta as StateMeta | undefined)?.screen

/** Every leaf has one of the five meanings, names its screen or `none`, and is described. */
export const unexplainedLeaves = (machine: AnyStateMachine): string[] =>
  leavesOf(machine).flatMap((leaf) => {
    const { tags, meta, description } = leaf
    const path = pathOf(leaf)
    return [
      ...(tags.length === 1 && leafTags.includes(tags[0] as LeafTag)
        ? []
        : [`${path} has the tags [${tags.join(', ')}]`]),
      ...(screenOf(meta) ? [] : [`${path} names no screen`]),
      ...(description ? [] : [`${path} has no description`]),
    ]
  })

/** Every state with a screen has a fixture, every fixture is where it says, and no two have one name. */
export function fixtureGaps<M extends AnyStateMachine>(
  machine: M,
  input: InputFrom<M>,
  fixtures: readonly Fixture[],
): string[] {
  const shown = leavesOf(machine)
    .filter((leaf) => screenOf(leaf.meta) !== 'none')
    .map(pathOf)
  const names = fixtures.map(({ name }) => name)
  return [
    ...shown.filter((path) => !fixtures.some(({ state }) => state === path)).map((path) => `${path} has no fixture`),
    ...fixtures
      .filter(({ state }) => !shown.includes(state))
      .map(({ name, state }) => `'${name}' shows ${state}, which has no screen`),
    ...fixtures
      .filter(({ state, events }) => !activeLeaves(after(machine, input, events).snapshot).includes(state))
      .map(({ name, state }) => `'${name}' does not lead to ${state}`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `'${name}' is there twice`),
  ]
}

/** An event without a policy could be sent by nobody; a policy without an event is a typo. */
export const policyGaps = ({ events, policy }: { events: object; policy: object }): string[] => [
  ...Object.keys(events)
    .filter((type) => !Object.hasOwn(policy, type))
    .map((type) => `'${type}' has no policy`),
  ...Object.keys(policy)
    .filter((type) => !Object.hasOwn(events, type))
    .map((type) => `'${type}' is no event`),
]
