/**
 * Random charts with everything a chart may hold: nesting, regions, history, eventless and delayed transitions,
 * effects, children, raised events and mail. Every one passes `refuse`; the same seed gives the same chart.
 */
/* oxlint-disable typescript/no-explicit-any -- a generated configuration has types at run time only */
import { type AnyEventObject, type AnyStateMachine, fromPromise, setup } from 'xstate'
import { actions, context, delays, guards } from './generate-actions.ts'
import { type Draft, fillTransitions, some } from './generate-transitions.ts'
import { type Random, random } from './random.ts'

/** What may be sent to a generated chart from outside. `unknown.event` is handled by wildcards at most. */
export const events: readonly AnyEventObject[] = ['e0', 'e1', 'e2', 'e3', 'p.a', 'p.b.c', 'unknown.event'].flatMap(
  (type) => [0, 1, 2].map((k) => ({ type, k })),
)

/** The chart of a seed. */
export function generateChart(seed: number): AnyStateMachine {
  const chance = random(seed)
  const drafts: Draft[] = []
  const root = draftNode({ chance, drafts }, undefined, 'chart', chance.chance(0.25) ? 'parallel' : 'compound', 0)
  for (const draft of drafts) fill(chance, drafts, draft)
  const job = fromPromise(() => new Promise(() => {}))
  const machine = setup({ actors: { job, task: job }, guards, delays, actions } as any)
  return machine.createMachine({ ...root.config, id: 'chart', context: () => structuredClone(context) })
}

interface Draw {
  chance: Random
  drafts: Draft[]
}

function draftNode(draw: Draw, parent: Draft | undefined, key: string, kind: Draft['kind'], depth: number): Draft {
  const { chance, drafts } = draw
  // a dot in an id must not be taken for a path
  const id = parent && chance.chance(0.2) ? `dotted.${drafts.length}` : undefined
  const target = parent ? (id ? `#${id.replaceAll('.', '\\.')}` : `#${pathOf(parent, key)}`) : '#chart'
  const draft: Draft = { config: id ? { id } : {}, target, parent, kind, invokes: [] }
  draft.config.path = parent ? [...parent.config.path, key] : []
  drafts.push(draft)
  if (kind === 'final' || kind === 'parallel') draft.config.type = kind
  if (kind === 'history') Object.assign(draft.config, { type: kind, history: chance.pick(['shallow', 'deep']) })
  if (kind === 'compound' || kind === 'parallel') draftStates(draw, draft, depth)
  return draft
}

const pathOf = (parent: Draft, key: string) => ['chart', ...parent.config.path, key].join('.')

function draftStates(draw: Draw, draft: Draft, depth: number) {
  const { chance } = draw
  const states: Record<string, any> = {}
  const add = (key: string, kind: Draft['kind']) => {
    states[key] = draftNode(draw, draft, key, kind, depth + 1).config
  }
  const isRegions = draft.kind === 'parallel'
  const size = isRegions ? 2 + chance.int(2) : 2 + chance.int(3)
  for (let index = 0; index < size; index++) add(`s${index}`, kindAt(chance, depth, isRegions))
  if (chance.chance(isRegions ? 0.2 : 0.5)) add('hist', 'history')
  // an end of everything only sometimes, or walks would be short
  if (!isRegions && chance.chance(depth === 0 ? 0.1 : 0.4)) add('end', 'final')
  draft.config.states = states
  if (!isRegions) draft.config.initial = chance.chance(0.9) ? 's0' : `s${size - 1}`
}

function kindAt(chance: Random, depth: number, isRegion: boolean): Draft['kind'] {
  if (depth >= 2) return 'atomic'
  if (isRegion) return chance.chance(0.85) ? 'compound' : 'atomic'
  return chance.pick(['atomic', 'atomic', 'compound', 'compound', 'parallel'] as const)
}

function fill(chance: Random, drafts: Draft[], draft: Draft) {
  const { config, kind } = draft
  delete config.path
  if (kind === 'history') {
    const siblings = drafts.filter(({ parent, kind: other }) => parent === draft.parent && other !== 'history')
    if (chance.chance(0.4)) config.target = chance.pick(siblings).target
    return
  }
  config.entry = some(chance, 0.3, draft)
  config.exit = some(chance, 0.2, draft)
  if (kind === 'final') config.output = ({ context: { n } }: any) => ({ n })
  else fillTransitions(chance, drafts, draft)
}
