/**
 * The words beside a line, in the order event, guard, effect, broken into lines. Layout and drawing both ask here, so
 * what is drawn is what room was made for. Figures in px.
 */
import type { OutlinedTransition } from '../../machines/kit/outline.ts'
import { clip, textWidth } from './text-width.ts'

export interface Word {
  readonly kind: 'event' | 'timer' | 'failed' | 'guard' | 'effect'
  readonly text: string
}
export type WordLine = readonly Word[]

export const wordSize = 11
export const guardSize = 10.5
export const lineHeight = 14
/** Room below the words of a line, for what a reader's page has to say of it, e.g. `71 %, 4 d`. */
export const noteRoom = 12
/** As wide as such a note may be without growing past its words' room. */
export const noteWidth = 68
/** The clock face before a timer. */
export const clockWidth = 14
export const wordGap = 5

const widest = 168
const together = 112

type Said = Pick<OutlinedTransition, 'cause' | 'label' | 'guard' | 'announces'>

/** One to three lines: short words share one. */
export function wordLines(said: Said): readonly WordLine[] {
  const lines: Word[][] = []
  for (const word of wordsOf(said)) {
    const last = lines.at(-1)
    if (last && widthOfLine([...last, word]) <= together) last.push(word)
    else lines.push([word])
  }
  return lines
}

function wordsOf({ cause, label, guard, announces }: Said): Word[] {
  const words: Word[] = []
  if (cause !== 'always' || guard === null) {
    const kind = cause === 'timer' ? 'timer' : cause === 'failed' ? 'failed' : 'event'
    words.push({ kind, text: clip(label, widest - (kind === 'timer' ? clockWidth : 0), wordSize) })
  }
  if (guard !== null) words.push({ kind: 'guard', text: clip(`[${guard}]`, widest, guardSize, 'mono') })
  for (const name of announces) words.push({ kind: 'effect', text: clip(`/ ${name}`, widest, wordSize) })
  return words
}

export function widthOfWord({ kind, text }: Word): number {
  if (kind === 'guard') return textWidth(text, guardSize, 'mono')
  return textWidth(text, wordSize) + (kind === 'timer' ? clockWidth : 0)
}

export const widthOfLine = (line: WordLine): number =>
  line.reduce((sum, word) => sum + widthOfWord(word), wordGap * Math.max(0, line.length - 1))

/** Each word of a line with where it begins. */
export const placedWords = (line: WordLine): { readonly word: Word; readonly x: number }[] =>
  line.map((word, index) => {
    const before = line.slice(0, index)
    return { word, x: before.length === 0 ? 0 : widthOfLine(before) + wordGap }
  })

/** The room its words need. What somebody can send is a target of at least 24 px. */
export function sizeOfWords(said: Said): { readonly w: number; readonly h: number } {
  const lines = wordLines(said)
  const w = Math.ceil(Math.max(24, ...lines.map(widthOfLine)))
  return { w, h: Math.max(said.cause === 'event' ? 24 : 18, lines.length * lineHeight + 4) }
}
