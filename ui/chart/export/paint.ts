/** The light scheme of tokens.css as plain colours, for what leaves the page. A test holds it against the tokens. */
import type { Cause } from '../../../machines/kit/event-types.ts'
import { type Role, shapes } from '../../glyph-shapes.ts'
import type { Word } from '../words.ts'

export interface Paint {
  readonly fill: string
  readonly line: string
  readonly ink: string
  readonly width: number
}

export const ink = {
  canvas: '#fafbfa',
  group: '#ffffff',
  groupLine: '#d3dad6',
  strong: '#131916',
  line: '#87918c',
  failed: '#c0391f',
  event: '#47514c',
  guard: '#626c67',
  timer: '#7a4a00',
  effect: '#244f9f',
} as const

const idle: Paint = { fill: '#ffffff', line: '#c3cbc7', ink: '#47514c', width: 1 }
const active: Paint = { fill: '#eff8f4', line: '#0b6b4f', ink: '#0a6048', width: 1 }

const paints: Readonly<Record<Role, Paint>> = {
  active,
  done: active,
  person: { fill: '#fef8ec', line: '#a86908', ink: '#7a4a00', width: 1 },
  us: { fill: '#f2f6fd', line: '#3465c4', ink: '#244f9f', width: 1 },
  problem: { fill: '#fdece8', line: '#c0391f', ink: '#9c2b15', width: 1.5 },
  final: { fill: '#eceeed', line: '#47514c', ink: '#2b3430', width: 1 },
  idle,
}

export const paintOf = (role: Role): Paint => paints[role]
export const lineColour = (cause: Cause): string => (cause === 'failed' ? ink.failed : ink.line)

export function wordColour(kind: Word['kind']): string {
  if (kind === 'failed') return '#9c2b15'
  return ink[kind]
}

/** The role's glyph, 12 px, its upper left corner here. */
export function glyph(role: Role, x: number, y: number): string {
  const { line, fill } = paints[role]
  const colour = role === 'idle' ? ink.line : line
  const strokes: Readonly<Record<string, string>> = {
    fill: `fill="${colour}"`,
    line: `fill="none" stroke="${colour}" stroke-width="1.5"`,
    knock: `fill="none" stroke="${fill}" stroke-width="1.5" stroke-linecap="round"`,
    faint: `fill="none" stroke="${colour}" stroke-width="1.5" stroke-opacity=".32"`,
    turn: `fill="none" stroke="${colour}" stroke-width="1.75" stroke-linecap="round"`,
  }
  const paths = shapes[role].map(([kind, path]) => `<path d="${path}" ${strokes[kind]}/>`)
  return `<g transform="translate(${x} ${y})">${paths.join('')}</g>`
}
