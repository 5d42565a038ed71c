/**
 * A picture as a standalone SVG: colours inline, text escaped, no script and nothing loaded, so that it can stand in a
 * README. The light scheme; system fonts where Inter is not installed.
 */
import type { Picture, PlacedState, PlacedTransition } from '../../../machines/kit/picture.ts'
import { dotAt, headPath, linePath, stayPath } from '../lines.ts'
import {
  asksLine,
  cardInset,
  cardLine,
  cardTitle,
  cardTitleSize,
  cardTitleTop,
  dot,
  isFramed,
  nameInset,
  nameSize,
  nodeRadius,
  noteSize,
} from '../measures.ts'
import { roleOf } from '../roles.ts'
import { clip, readOut } from '../text-width.ts'
import { titleStart } from '../titles.ts'
import { clockWidth, guardSize, lineHeight, placedWords, type Word, wordLines, wordSize } from '../words.ts'
import { type Paint, glyph, ink, lineColour, paintOf, wordColour } from './paint.ts'

export interface SvgOptions {
  /** Its states are whole charts, each a card. */
  readonly asCards?: boolean
}

export function svgOf(picture: Picture, { asCards = false }: SvgOptions = {}): string {
  const { width, height, title, states, transitions, starts } = picture
  const moving = transitions.filter(({ points }) => points.length > 0)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="Inter, system-ui, sans-serif">`,
    `<title>${escape(readOut(title))}</title>`,
    `<rect width="${width}" height="${height}" rx="12" fill="${ink.canvas}"/>`,
    ...states
      .filter((state) => holds(state) && (state.path !== '' || isFramed(picture)))
      .map((state) => group(state, titleStart(state, picture), isRegion(states, state))),
    ...starts.map(({ points }) => start(points)),
    ...distinct(moving).map(line),
    ...states.filter((state) => !holds(state)).map(asCards ? card : node),
    ...transitions.map(words),
    '</svg>',
    '',
  ].join('\n')
}

export const escape = (text: string): string =>
  text.replace(/[<>&"']/g, (character) => `&#${character.codePointAt(0)};`)

const holds = ({ kind }: PlacedState) => kind === 'compound' || kind === 'parallel'

const isRegion = (states: readonly PlacedState[], { path }: PlacedState) =>
  path !== '' &&
  states.some((state) => state.kind === 'parallel' && state.path === path.slice(0, Math.max(0, path.lastIndexOf('.'))))

/** Transitions that share a line share its drawing. */
const distinct = (transitions: readonly PlacedTransition[]): PlacedTransition[] => [
  ...new Map(transitions.map((transition) => [linePath(transition.points), transition])).values(),
]

function group({ name, x, y, w, h, invokes, announces }: PlacedState, inset: number, dashed: boolean): string {
  const asks = asksLine({ invokes, announces })
  const dashes = dashed ? ' stroke-dasharray="4 4"' : ''
  return (
    `<rect x="${x + 0.5}" y="${y + 0.5}" width="${w - 1}" height="${h - 1}" rx="14" fill="${ink.group}" fill-opacity=".7" stroke="${ink.groupLine}"${dashes}/>` +
    text(x + inset, y + 22, clip(name, w - inset - 16, 13), 13, ink.strong, 'font-weight="600"') +
    (asks ? text(x + w - 16, y + 22, clip(asks, w / 2, noteSize), noteSize, ink.effect, 'text-anchor="end"') : '')
  )
}

function start(points: PlacedTransition['points']): string {
  const [x, y] = dotAt(points, dot / 2)
  return `<circle cx="${x}" cy="${y}" r="${dot / 2}" fill="${ink.strong}"/><path d="${linePath(points)}" fill="none" stroke="${ink.line}" stroke-width="1.25"/><path d="${headPath(points)}" fill="${ink.line}"/>`
}

function line({ points, cause }: PlacedTransition): string {
  const colour = lineColour(cause)
  return `<path d="${linePath(points)}" fill="none" stroke="${colour}" stroke-width="1.25"/><path d="${headPath(points)}" fill="${colour}"/>`
}

function card(state: PlacedState): string {
  const { x, y, description } = state
  const lines = cardTitle(state)
  const top = y + cardTitleTop(lines.length)
  const title = lines.map((line, index) =>
    text(x + cardInset, top + index * cardLine, line, cardTitleSize, ink.strong, 'font-weight="600"'),
  )
  return `<g><title>${escape(readOut(description))}</title>${rect(state, 0, nodeRadius, paintOf('idle'))}${title.join('')}</g>`
}

function node(state: PlacedState): string {
  const { x, y, w, h, kind, name } = state
  const role = roleOf(state)
  const paint = paintOf(role)
  const asks = asksLine(state)
  const body = rect(state, 0, nodeRadius, paint)
  const inner = kind === 'final' ? rect(state, 3, nodeRadius - 3, { ...paint, fill: 'none' }) : ''
  if (kind === 'history')
    return `<circle cx="${x + w / 2}" cy="${y + h / 2}" r="${w / 2}" fill="${ink.canvas}" stroke="${ink.line}"/>${text(x + w / 2, y + h / 2 + 4, 'H', 12, ink.strong, 'text-anchor="middle"')}`
  const room = w - nameInset - 10
  return (
    body +
    inner +
    glyph(role, x + 11, y + (asks ? 10 : 16)) +
    text(x + nameInset, y + (asks ? 19 : 26), clip(name, room, nameSize), nameSize, paint.ink, 'font-weight="500"') +
    (asks ? text(x + nameInset, y + 35, clip(asks, room, noteSize), noteSize, ink.effect) : '')
  )
}

const rect = ({ x, y, w, h }: PlacedState, inset: number, radius: number, { fill, line, width }: Paint) =>
  `<rect x="${x + inset}" y="${y + inset}" width="${w - 2 * inset}" height="${h - 2 * inset}" rx="${radius}" fill="${fill}" stroke="${line}" stroke-width="${inset ? 1 : width}"/>`

function words(transition: PlacedTransition): string {
  const { at, points } = transition
  if (!at) return ''
  const lines = wordLines(transition)
  const top = at.y + (at.h - lines.length * lineHeight) / 2 + 10.5
  const stays = points.length === 0 ? stayMark(at.x, top - 10) : ''
  const drawn = lines
    .flatMap((line, row) =>
      placedWords(line).map(({ word, x }) => oneWord(word, at.x + x, top + row * lineHeight, points.length > 0)),
    )
    .join('')
  return stays + drawn
}

/** Turned on itself: what is beside it leads nowhere else. */
const stayMark = (x: number, y: number) =>
  `<path d="${stayPath}" transform="translate(${x} ${y})" fill="none" stroke="${ink.guard}" stroke-width="1.1" stroke-linecap="round" stroke-linejoin="round"/>`

function oneWord(word: Word, x: number, y: number, halo: boolean): string {
  const colour = wordColour(word.kind)
  const around = halo ? ` paint-order="stroke" stroke="${ink.canvas}" stroke-width="3" stroke-linejoin="round"` : ''
  if (word.kind === 'guard') {
    return text(x, y, word.text, guardSize, colour, `font-family="Geist Mono, ui-monospace, monospace"${around}`)
  }
  if (word.kind !== 'timer') return text(x, y, word.text, wordSize, colour, around.trim())
  const clock = `<circle cx="${x + 5}" cy="${y - 4}" r="4.4" fill="${ink.canvas}" stroke="${colour}" stroke-width="1.2"/><path d="M${x + 5} ${y - 6.4}v2.6l1.7 1" fill="none" stroke="${colour}" stroke-width="1.1" stroke-linecap="round"/>`
  return clock + text(x + clockWidth, y, word.text, wordSize, colour, `font-weight="500"${around}`)
}

const text = (x: number, y: number, said: string, size: number, colour: string, more = '') =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${more && ` ${more}`}>${escape(said)}</text>`
