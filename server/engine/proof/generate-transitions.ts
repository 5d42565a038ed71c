/** The transitions and invokes of generated charts. */
/* oxlint-disable typescript/no-explicit-any -- a generated configuration has types at run time only */
import { and, not, or } from 'xstate'
import { anAction, delays, mailed, raised } from './generate-actions.ts'
import type { Random } from './random.ts'

/** A state node in the making. */
export interface Draft {
  config: any
  /** As a transition names it. */
  target: string
  parent: Draft | undefined
  kind: 'atomic' | 'compound' | 'parallel' | 'history' | 'final'
  invokes: string[]
}

/** Gives a state that is neither final nor history its invokes and transitions. */
export function fillTransitions(chance: Random, drafts: Draft[], draft: Draft) {
  const { config, kind } = draft
  if (chance.chance(0.35)) config.invoke = invokes(chance, drafts, draft)
  config.on = {}
  for (const type of ['e0', 'e1', 'e2', 'e3', 'p.*', 'p.a', '*']) {
    if (chance.chance(type === '*' ? 0.05 : 0.35)) config.on[type] = candidates(chance, drafts, draft, type === '*')
  }
  for (const type of [...raised, ...mailed]) {
    if (chance.chance(0.3)) config.on[type] = candidates(chance, drafts, draft, true)
  }
  if (chance.chance(0.12)) config.always = candidates(chance, drafts, draft, true)
  if (chance.chance(0.3))
    config.after = { [chance.pick(Object.keys(delays))]: candidates(chance, drafts, draft, false) }
  if (chance.chance(0.1)) config.after = { ...config.after, at10: { actions: 'count' } }
  if (kind !== 'atomic' && draft.parent && chance.chance(0.6)) config.onDone = candidates(chance, drafts, draft, true)
}

function invokes(chance: Random, drafts: Draft[], draft: Draft): any[] {
  const count = chance.chance(0.2) ? 2 : 1
  return Array.from({ length: count }, (_, index) => {
    // an id shared between states now and then: one invoke then takes another's place
    const id = chance.chance(0.06) ? 'shared' : `i${drafts.indexOf(draft)}-${index}`
    draft.invokes.push(id)
    return {
      id,
      src: chance.pick(['job', 'task']),
      input: ({ context: { n }, event }: any) => ({ n, by: event.type.startsWith('xstate.') ? 'xstate' : event.type }),
      ...(chance.chance(0.1) && { systemId: `system ${id}` }),
      ...(chance.chance(0.8) && { onDone: candidates(chance, drafts, draft, false) }),
      ...(chance.chance(0.6) && { onError: candidates(chance, drafts, draft, false) }),
    }
  })
}

/** One to three transitions in order; `bounded`: only while there is fuel, burning it. */
function candidates(chance: Random, drafts: Draft[], draft: Draft, bounded: boolean): any[] {
  const count = 1 + chance.int(bounded ? 2 : 3)
  return Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1
    const guard = bounded ? bound(chance) : isLast && chance.chance(0.6) ? undefined : aGuard(chance)
    const first = bounded ? ['burn'] : chance.chance(0.6) ? ['refuel'] : []
    return {
      ...(guard && { guard }),
      actions: [...first, ...some(chance, 0.5, draft)],
      ...aTarget(chance, drafts, draft),
    }
  })
}

const bound = (chance: Random) => (chance.chance(0.5) ? 'hasFuel' : and(['hasFuel', aGuard(chance)] as any))

function aGuard(chance: Random): any {
  const name = () => chance.pick(['g0', 'g1', 'g2', 'g4'])
  return chance.pick([
    name,
    name,
    () => ({ type: 'g3', params: { open: chance.chance(0.7) } }),
    () => not(name()),
    () => or([name(), not(name())]),
  ] as (() => any)[])()
}

/** A few actions, or none. */
export function some(chance: Random, share: number, draft: Draft): unknown[] {
  const ids = ancestry(draft).flatMap(({ invokes }) => invokes)
  const made: unknown[] = []
  while (made.length < 4 && chance.chance(share)) made.push(anAction(chance, ids))
  return made
}

function aTarget(chance: Random, drafts: Draft[], draft: Draft): { target?: string; reenter?: boolean } {
  if (chance.chance(0.25)) return {}
  const reenter = chance.chance(0.2)
  const target = chance.pick(drafts.filter((other) => other.parent && mayTarget(other, draft, reenter)))
  return { target: target.target, reenter }
}

/** Not the quirk that `refuse` refuses: a history that may restore the very state the transition starts from. */
function mayTarget(target: Draft, source: Draft, reenter: boolean): boolean {
  return target.kind !== 'history' || reenter || !ancestry(source).includes(target.parent!)
}

const ancestry = (draft: Draft): Draft[] => [draft, ...(draft.parent ? ancestry(draft.parent) : [])]
