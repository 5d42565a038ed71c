/** What every chart keeps to. Each rule answers with what breaks it; its test wants none. */
import type { AnyStateMachine, InputFrom } from 'xstate'
import type { Fixture } from './fixture.ts'
import { type Flow, type LeafTag, leafTags, type StateMeta } from './flow.ts'
import { saidUnder } from './event-types.ts'
import { type Outline, outline } from './outline.ts'
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

type Spoken = Pick<Flow, 'machine' | 'announced' | 'says'>

/** Everything a chart hears, waits for, asks and does has words, every state is described, and no word is about nothing. */
export const unsaid = (flow: Spoken): string[] => {
  const { states, transitions } = outline(flow)
  const heard = namesIn(flow, states, transitions)
  return [
    ...states.filter(({ description }) => description.trim() === '').map(({ path }) => `'${path}' has no description`),
    ...wordLists.flatMap((list) => [
      ...[...heard[list]]
        .filter((name) => !flow.says[list][name]?.trim())
        .map((name) => `${list}: '${name}' has no words`),
      ...Object.keys(flow.says[list])
        .filter((name) => !heard[list].has(name))
        .map((name) => `${list}: '${name}' is nothing`),
    ]),
  ]
}

const wordLists = ['events', 'delays', 'answers', 'guards', 'effects'] as const
type WordList = (typeof wordLists)[number]

function namesIn(
  { announced }: Spoken,
  states: Outline['states'],
  transitions: Outline['transitions'],
): Record<WordList, ReadonlySet<string>> {
  const words = transitions.filter(({ event }) => event !== '').map(({ event }) => saidUnder(event))
  const of = (wanted: WordList) => new Set(words.filter(([list]) => list === wanted).map(([, name]) => name))
  const guards = transitions.flatMap(({ guard }) => guard ?? [])
  const effects = [...states.flatMap(({ invokes }) => invokes), ...Object.keys(announced ?? {})]
  return {
    events: of('events'),
    delays: of('delays'),
    answers: of('answers'),
    guards: new Set(guards),
    effects: new Set(effects),
  }
}

/** Longer words do not fit beside a line of a picture, and all of them are loaded with it. */
const LONGEST_WORDS = 80
const sentence = /^[A-Z].*\.$/
const phrase = /^[a-z].*[^.]$/

/** What happened is a sentence; a guard and an effect end one that the chart begins. */
export const misspoken = ({ says }: Pick<Flow, 'says'>): string[] =>
  wordLists.flatMap((list) =>
    Object.entries(says[list])
      .filter(([, words]) => words.length > LONGEST_WORDS || !formOf(list).test(words))
      .map(([name, words]) => `${list}: '${name}' reads '${words}'`),
  )

const formOf = (list: WordList) => (list === 'guards' || list === 'effects' ? phrase : sentence)
