/** The sizes the layout makes room for and the drawing keeps to. Figures in px. */
import type { Outline, OutlinedState, OutlinedTransition } from '../../machines/kit/outline.ts'
import { textWidth, wrap } from './text-width.ts'
import { sizeOfWords } from './words.ts'

export const nodeHeight = 44
export const nodeRadius = 8
export const nameSize = 12
export const noteSize = 11
/** From a node's edge to its name, past the glyph. */
export const nameInset = 27
/** Kept free for the live count. */
export const countWidth = 36
/** Above what a compound state holds. */
export const headHeight = 36
export const dot = 10
export const historySize = 28

const narrowest = 124
const widestNode = 188

/** What stands on a state's second line unless something more useful is known. */
export const asksLine = ({ invokes, announces }: Pick<OutlinedState, 'invokes' | 'announces'>): string =>
  [...new Set([...invokes, ...announces])].map((name) => `/ ${name}`).join(' ')

/** A state without others inside, with a row for each transition that stays in it. */
export function sizeOfNode(state: OutlinedState, staying: readonly OutlinedTransition[]): { w: number; h: number } {
  if (state.kind === 'history') return { w: historySize, h: historySize }
  const name = nameInset + textWidth(state.name, nameSize) + countWidth
  const asks = nameInset + textWidth(asksLine(state), noteSize) + 12
  const rows = staying.map(sizeOfWords)
  const row = Math.max(0, ...rows.map(({ w }) => nameInset + w + 10))
  const w = Math.min(widestNode, Math.max(narrowest, name, asks))
  return { w: Math.ceil(Math.max(w, row) / 4) * 4, h: nodeHeight + rowsHeight(rows) }
}

export const rowsHeight = (rows: readonly { readonly h: number }[]): number =>
  rows.length === 0 ? 0 : 6 + rows.reduce((sum, { h }) => sum + h, 0)

/** The chart itself is drawn as a frame only where something leaves from its border or stays in it. */
export const isFramed = ({ transitions }: Pick<Outline, 'transitions'>): boolean =>
  transitions.some(({ source, target }) => source === '' || target === '')

/** The least width of a compound state: its name, a count, and what it asks for. */
export const headWidth = (state: OutlinedState): number =>
  Math.ceil(16 + textWidth(state.name, 13) + 12 + countWidth + textWidth(asksLine(state), noteSize) + 16)

/** A whole chart as a card of the overview: its title in one or two lines. */
export const cardWidth = 192
export const cardHeight = 48
export const cardInset = 14
export const cardLine = 16
export const cardTitleSize = 13
/** Its lines are about as long as each other. Titles are a little bolder than the widths that are known. */
export function cardTitle({ name }: Pick<OutlinedState, 'name'>): string[] {
  const room = (cardWidth - 2 * cardInset - countWidth - 8) / 1.04
  const lines = wrap(name, room, cardTitleSize, 2)
  const half = Math.ceil(textWidth(name, cardTitleSize) / 2)
  for (let width = half; lines.length === 2 && width < room; width++) {
    const even = wrap(name, width, cardTitleSize, 2)
    if (!even.join('').includes('…')) return even
  }
  return lines
}
/** Its first line's foot, so that all lines stand in the middle. */
export const cardTitleTop = (lines: number): number => cardHeight / 2 + 5 - ((lines - 1) * cardLine) / 2
