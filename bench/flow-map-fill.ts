/**
 * A flow map of many actors, written through the records' own statements: lives over all charts and thirty days, walked at
 * random along the transitions each chart has, with the stays people and effects have.
 */
import type { Cause } from '../machines/kit/event-types.ts'
import { type Outline, type OutlinedTransition, outline } from '../machines/kit/outline.ts'
import type { Flow } from '../machines/kit/flow.ts'
import { flows } from '../machines/registry.ts'
import { random } from '../server/engine/proof/random.ts'
import type { FlowMap } from '../server/records/flow-map/flow-map.ts'
import type { Exit, Movement } from '../server/records/flow-map/recording.ts'
import type { Connection } from '../server/store/connection.ts'

const DAY_MS = 86_400_000
export const DAYS = 30
const tiers = ['none', 'free', 'team', 'enterprise'] as const
/** Of a hundred actors so many are of these charts; the rest is shared evenly by the others. */
const shares: Readonly<Record<string, number>> = { onboarding: 35, account: 15, webhook: 15, provisioning: 10 }
const MOST_STEPS = 12
const AT_ONCE = 500

export const outlines: readonly Outline[] = flows.map((flow) => outline(flow as Flow))

/** The actors and the moves that were written. */
export async function fill(
  map: Pick<FlowMap, 'record'>,
  write: Connection['write'],
  actors: number,
  now: number,
): Promise<{ actors: number; moves: number }> {
  const chance = random(25)
  let moves = 0
  for (let from = 0; from < actors; from += AT_ONCE) {
    const lives = Array.from({ length: Math.min(AT_ONCE, actors - from) }, (_, n) =>
      life(`actor_${String(from + n).padStart(8, '0')}_${chance.int(1e9)}`, chance, now),
    )
    moves += lives.reduce((sum, steps) => sum + steps.length - 1, 0)
    const written = await write(lives.flatMap((steps) => steps.flatMap((step) => map.record(step))))
    if (written.result === 'refused') throw new Error(`The map refused ${written.code}.`)
  }
  return { actors, moves }
}

type Chance = ReturnType<typeof random>

/** One actor from its birth: until it ends, until now, or until nothing more happens to it. */
function life(actor: string, chance: Chance, now: number): Movement[] {
  const chart = chartFor(chance)
  const base = { ...{ actor, tenant: 'visitors', flow: chart.id, version: chart.version }, ...nothing }
  let leaves = enter(chart, '')
  let at = now - Math.floor(chance.next() * DAYS * DAY_MS)
  const born = { born: true, tier: chance.pick(tiers), entered: statesIn(leaves), arrived: leaves }
  const steps: Movement[] = [{ ...base, at, ...born }]
  for (let n = chance.int(MOST_STEPS); n > 0; n--) {
    const possible = chart.transitions.filter(
      ({ source, target }) => target !== null && leaves.some((leaf) => isIn(leaf, source)),
    )
    if (possible.length === 0) break
    const transition = chance.pick(possible)
    at += stayBefore(transition.cause, chance)
    if (at > now) break
    const domain = ancestor(transition.source, transition.target!)
    const next = [...leaves.filter((leaf) => !isIn(leaf, domain)), ...enter(chart, transition.target!, domain)]
    const ended = next.some((leaf) => !leaf.includes('.') && stateAt(chart, leaf).kind === 'final')
    steps.push({ ...base, at, ended, ...changeOf(transition, leaves, next) })
    leaves = next
    if (ended) break
  }
  return steps
}

const nothing = { born: false, ended: false, tier: null, exits: [], entered: [], gone: [], arrived: [], again: [] }

function changeOf({ key, source }: OutlinedTransition, leaves: readonly string[], next: readonly string[]) {
  const [from, to] = [statesIn(leaves), statesIn(next)]
  const taken = leaves.find((leaf) => isIn(leaf, source))!
  const left = from.filter((state) => !to.includes(state))
  const exitOf = (state: string): Exit => ({
    ...{ transition: key, state, taken: state === taken, left: left.includes(state) },
    since: leaves.includes(state) ? 'stored' : 'unknown',
  })
  return {
    exits: [taken, ...left.filter((state) => state !== taken)].map(exitOf),
    entered: to.filter((state) => !from.includes(state)),
    gone: leaves.filter((leaf) => !next.includes(leaf)),
    arrived: next.filter((leaf) => !leaves.includes(leaf)),
  }
}

/** What people do takes minutes, what is done for them seconds, and what lapses a day. */
function stayBefore(cause: Cause, chance: Chance): number {
  // about a bell, in powers of e
  const spread = Math.exp((chance.next() + chance.next() + chance.next() - 1.5) * 2)
  const usual: Record<Cause, number> = {
    event: 180_000 * spread,
    timer: DAY_MS,
    done: 1500 * spread,
    failed: 4000 * spread,
    always: 0,
  }
  return Math.floor(usual[cause])
}

function chartFor(chance: Chance): Outline {
  let drawn = chance.int(100)
  for (const [id, share] of Object.entries(shares)) {
    if (drawn < share) return outlines.find((one) => one.id === id)!
    drawn -= share
  }
  return chance.pick(outlines.filter(({ id }) => !(id in shares)))
}

/** The leaves entered with a state, and with the regions beside it below `domain`. */
function enter(chart: Outline, path: string, domain = path): string[] {
  const beside = holders(path)
    .filter((one) => one !== path && isIn(one, domain) && stateAt(chart, one).kind === 'parallel')
    .flatMap((region) => childrenOf(chart, region).filter((child) => !isIn(path, child)))
  return [path, ...beside].flatMap((one) => settle(chart, one))
}

function settle(chart: Outline, path: string): string[] {
  const { kind, initial } = stateAt(chart, path)
  if (kind === 'parallel') return childrenOf(chart, path).flatMap((child) => settle(chart, child))
  return kind === 'compound' ? settle(chart, initial!) : [path]
}

const stateAt = ({ states }: Outline, path: string) => states.find((one) => one.path === path)!
const childrenOf = ({ states }: Outline, path: string) =>
  states.map((one) => one.path).filter((one) => one !== '' && one !== path && parentOf(one) === path)
const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('.')))
const isIn = (leaf: string, state: string) => state === '' || leaf === state || leaf.startsWith(`${state}.`)

/** A path and what holds it, outermost first. */
const holders = (path: string): string[] => (path === '' ? [''] : [...holders(parentOf(path)), path])
/** The leaves and what holds them, but for the chart itself. */
const statesIn = (leaves: readonly string[]) => [...new Set(leaves.flatMap((leaf) => holders(leaf).slice(1)))]
/** The state a transition happens in: the last that holds both ends and is neither. */
const ancestor = (a: string, b: string): string =>
  holders(a).findLast((one) => one !== a && one !== b && isIn(b, one)) ?? ''
