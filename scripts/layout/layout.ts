/**
 * Gives everything of an outline a place. The same outline always gets the same picture. Each region of a parallel state
 * is laid out by itself and they are packed like cards, unless a transition crosses its border.
 */
import ELK from 'elkjs/lib/elk.bundled.js'
import type { Outline } from '../../machines/kit/outline.ts'
import type { Picture } from '../../machines/kit/picture.ts'
import { headHeight } from '../../ui/chart/measures.ts'
import { assemble } from './assemble.ts'
import { fold, foldable } from './fold.ts'
import { graphOf, type Plan } from './graph.ts'
import type { Direction, Turned } from './pieces.ts'
import { type Laid, moveLaid } from './laid.ts'
import { pack } from './pack.ts'
import { pageMargin, pageWidth } from './page.ts'
import { read } from './read.ts'
import { type Branch, type Bundle, bundlesOf, isWithin, treeOf } from './tree.ts'

const regionWidth = pageWidth - 2 * pageMargin - 24

export async function layout(outline: Outline): Promise<Picture> {
  const bundles = bundlesOf(outline)
  const tree = treeOf(outline)
  const laid = await layBranch(tree, bundles)
  return assemble(outline, tree, laid)
}

const elk = new ELK()

const directions: readonly Direction[] = ['DOWN', 'RIGHT']

interface Try {
  readonly plan: Plan
  readonly laid: Laid
  readonly cost: number
}

/** In the way that shows it larger on a page: the best plan, and then each group turned once more if that is better. */
async function layBranch(branch: Branch, bundles: readonly Bundle[], costOf = costOnPage): Promise<Laid> {
  const inside = await sealedIn(branch, bundles)
  const attempt = async (plan: Plan): Promise<Try> => {
    const laid = await layOut(branch, bundles, inside, plan)
    return { plan, laid, cost: costOf(laid) }
  }
  const tries: Try[] = []
  for (const plan of plansFor(branch, bundles, inside)) tries.push(await attempt(plan))
  let best = cheapest(tries)
  const groups = groupsIn(branch, inside)
  if (groups.length > mostTurned) return best.laid
  // a broken chain is read in rows, which look alike
  for (const { state } of groups.filter(({ state: { path } }) => !best.plan.folded.has(path))) {
    const turns = turnsOf(state.path, best.plan).filter((turned) => canTurn(groups, turned))
    const others: Try[] = []
    for (const turned of turns) others.push(await attempt({ ...best.plan, turned }))
    best = cheapest([best, ...others])
  }
  return best.laid
}

/** With more groups than this, turning each by itself takes too long. */
const mostTurned = 10

const cheapest = (tries: readonly Try[]): Try => tries.toSorted((one, other) => one.cost - other.cost)[0]!

/** What is laid out apart cannot hold what is not. */
const canTurn = (groups: readonly Branch[], turned: Turned): boolean =>
  groups.every(({ state: { path } }) => turned.has(path) || ![...turned.keys()].some((group) => isWithin(path, group)))

/** The group the other way, and as its surroundings. */
function turnsOf(path: string, { turned }: Plan): Turned[] {
  const without = new Map([...turned].filter(([group]) => group !== path))
  const ways = directions.map((direction) => new Map([...without, [path, direction] as const]))
  return [without, ...ways].filter((way) => way.get(path) !== turned.get(path))
}

/** Both directions with no group turned, with all turned, with all but those that hold further ones; and each chain broken. */
function plansFor(branch: Branch, bundles: readonly Bundle[], sealed: ReadonlyMap<string, Laid>): Plan[] {
  const groups = groupsIn(branch, sealed)
  const last = groups.filter(({ children }) => children.every((child) => child.children.length === 0))
  const whole = { sealed, turned: turn([], 'DOWN'), folded: new Map() }
  const turned = [last, groups].filter((some) => some.length > 0)
  return [
    ...directions.flatMap((direction) => [
      { ...whole, direction },
      ...turned.flatMap((some) => directions.map((way) => ({ ...whole, direction, turned: turn(some, way) }))),
    ]),
    ...foldable(branch, bundles)
      .filter((chain) => chain === branch || groups.includes(chain))
      .flatMap((chain) =>
        directions.map((way): Plan => {
          const inner = turn(groupsIn(chain, sealed), way)
          const folded = fold(chain, bundles)
          if (chain === branch) return { sealed, folded, direction: 'RIGHT', turned: inner }
          return { sealed, folded, direction: 'DOWN', turned: new Map([...inner, [chain.state.path, 'RIGHT']]) }
        }),
      ),
  ]
}

const turn = (groups: readonly Branch[], direction: Direction): Turned =>
  new Map(groups.map(({ state }) => [state.path, direction]))

function groupsIn({ children }: Branch, sealed: ReadonlyMap<string, Laid>): Branch[] {
  const open = children.filter((child) => child.children.length > 0 && !sealed.has(child.state.path))
  return open.flatMap((child) => [child, ...groupsIn(child, sealed)])
}

/** A page is 1240 wide; longer than 900 is scrolled, which is no harm until it is very long. */
const costOnPage = ({ w, h }: Laid) => Math.max(1, w / pageWidth) ** 2 * 1000 + Math.max(w / pageWidth, h / 900) * 400

/** A region is a row among others: flat, unless that makes it much wider than a page. */
const lowest = ({ w, h }: Laid) => h + Math.max(0, w - regionWidth) * 1.5

async function layOut(
  branch: Branch,
  bundles: readonly Bundle[],
  inside: ReadonlyMap<string, Laid>,
  plan: Plan,
): Promise<Laid> {
  const graph = await elk.layout(graphOf(branch, bundles, plan))
  return read(graph, bundles, inside)
}

/** The parallel states in it no transition crosses the border of, each laid out. */
async function sealedIn(branch: Branch, bundles: readonly Bundle[]): Promise<Map<string, Laid>> {
  const found = new Map<string, Laid>()
  for (const child of branch.children) {
    if (child.state.kind === 'parallel' && !isCrossed(child, bundles))
      found.set(child.state.path, await packed(child, bundles))
    else for (const [path, laid] of await sealedIn(child, bundles)) found.set(path, laid)
  }
  return found
}

function isCrossed({ state: { path } }: Branch, bundles: readonly Bundle[]): boolean {
  const isInside = (end: string) => end !== path && isWithin(end, path)
  return bundles.some(({ source, target }) => isInside(source) !== isInside(target))
}

async function packed(branch: Branch, bundles: readonly Bundle[]): Promise<Laid> {
  const regions: Laid[] = []
  for (const child of branch.children) regions.push(await layBranch(child, bundles, lowest))
  const { places, w, h } = pack(regions, { width: regionWidth + 24, gap: 12, top: headHeight, side: 12 })
  const moved = regions.map((laid, index) => moveLaid(laid, places[index]!))
  const boxes = new Map(moved.flatMap(({ boxes }) => [...boxes]))
  branch.children.forEach(({ state }, index) => boxes.set(state.path, places[index]!))
  boxes.set(branch.state.path, { x: 0, y: 0, w, h })
  return {
    w,
    h,
    boxes,
    lines: new Map(moved.flatMap(({ lines }) => [...lines])),
    starts: new Map(moved.flatMap(({ starts }) => [...starts])),
  }
}
