/** The outline with the places that were found for it. */
import type { Outline } from '../../machines/kit/outline.ts'
import type { Box, Picture, PlacedState, PlacedTransition, Point } from '../../machines/kit/picture.ts'
import { headHeight, nameInset, nodeHeight } from '../../ui/chart/measures.ts'
import { noteRoom, sizeOfWords } from '../../ui/chart/words.ts'
import { type Laid, moveLaid } from './laid.ts'
import { pageMargin } from './page.ts'
import type { Branch } from './tree.ts'

/** Rounded, moved into a margin, with words of a line one below the other. */
export function assemble(outline: Outline, tree: Branch, unmoved: Laid): Picture {
  const laid = moveLaid(unmoved, { x: pageMargin, y: pageMargin })
  const places = new Map<string, { points: readonly Point[]; at: Box | null }>()
  for (const [{ transitions }, { points, at }] of laid.lines) {
    let y = at.y + 1
    for (const transition of transitions) {
      const { w, h } = sizeOfWords(transition)
      places.set(transition.key, { points: roundLine(points), at: roundBox({ x: at.x + 3, y, w, h }) })
      y += h + noteRoom
    }
  }
  const rows = (branch: Branch) => {
    const box = laid.boxes.get(branch.state.path)!
    let y = box.y + (branch.children.length > 0 ? headHeight - 6 : nodeHeight + 2)
    for (const transition of branch.staying) {
      const { w, h } = sizeOfWords(transition)
      places.set(transition.key, { points: [], at: roundBox({ x: box.x + nameInset, y, w, h }) })
      y += h
    }
    branch.children.forEach(rows)
  }
  rows(tree)
  const extents = [...laid.boxes.values(), ...[...laid.lines.values()].map(({ at }) => at)]
  return {
    ...outline,
    width: Math.ceil(Math.max(...extents.map(({ x, w }) => x + w)) + pageMargin),
    height: Math.ceil(Math.max(...extents.map(({ y, h }) => y + h)) + pageMargin),
    states: outline.states.map((state): PlacedState => ({ ...state, ...roundBox(laid.boxes.get(state.path)!) })),
    transitions: outline.transitions.map(
      (transition): PlacedTransition => ({
        ...transition,
        ...(places.get(transition.key) ?? { points: [], at: null }),
      }),
    ),
    starts: [...laid.starts].map(([path, points]) => ({
      target: outline.states.find((state) => state.path === path)?.initial ?? '',
      points: roundLine(points),
    })),
  }
}

/** Whole pixels, without a point where the line only runs on. */
function roundLine(points: readonly Point[]): Point[] {
  const whole = points.map(roundPoint)
  return whole.filter((point, index) => {
    const before = whole[index - 1]
    const after = whole[index + 1]
    if (!before || !after) return true
    return !(before[0] === point[0] && point[0] === after[0]) && !(before[1] === point[1] && point[1] === after[1])
  })
}

const roundPoint = ([x, y]: Point): Point => [Math.round(x), Math.round(y)]
const roundBox = ({ x, y, w, h }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  w: Math.round(w),
  h: Math.round(h),
})
