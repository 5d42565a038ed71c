/**
 * Gives everything of an outline a place. The same outline always gets the same picture. Each region of a parallel state
 * is laid out by itself and they are packed like cards, unless a transition crosses its border.
 */
import ELK from 'elkjs/lib/elk.bundled.js'
import type { Outline } from '../../machines/kit/outline.ts'
import type { Picture } from '../../machines/kit/picture.ts'
import { headHeight } from '../../ui/chart/measures.ts'
import { assemble } from './assemble.ts'
import { type Direction, graphOf } from './graph.ts'
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

/** In the direction that shows it larger on a page. */
async function layBranch(branch: Branch, bundles: readonly Bundle[], cost = costOnPage): Promise<Laid> {
  const inside = await sealedIn(branch, bundles)
  const tries: Laid[] = []
  for (const direction of directions) tries.push(await layOut(branch, bundles, inside, direction))
  return tries.toSorted((one, other) => cost(one) - cost(other))[0]!
}

/** A page is 1240 wide; longer than 900 is scrolled, which is no harm until it is very long. */
const costOnPage = ({ w, h }: Laid) => Math.max(1, w / pageWidth) ** 2 * 1000 + Math.max(w / pageWidth, h / 900) * 400

/** A region is a row among others: flat, as long as it fits. */
const lowest = ({ w, h }: Laid) => (w > regionWidth ? w * 10 : 0) + h

async function layOut(
  branch: Branch,
  bundles: readonly Bundle[],
  inside: ReadonlyMap<string, Laid>,
  direction: Direction,
): Promise<Laid> {
  const graph = await elk.layout(graphOf(branch, bundles, inside, direction))
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
