/** Works out of a journal what a picture shows at a moment: where the actor is, where it was, which lines it walked. */
import type { Picture } from '../../machines/kit/picture.ts'
import type { Marks, StateMark, TransitionMark } from '../../ui/chart/marks.ts'
import { shortSpan } from './times.ts'
import type { JournalEntry } from './data/types.ts'

/** A line of the journal, and within its step how many microsteps are done; null: all of them. */
export interface At {
  readonly seq: number
  readonly micro: number | null
}

/** A state with all that hold it. */
export const withParents = (path: string): string[] =>
  path.split('.').map((_, index, keys) => keys.slice(0, index + 1).join('.'))

/** The leaves an actor is in at a moment. */
export function leavesAt(entries: readonly JournalEntry[], { seq, micro }: At): readonly string[] {
  const entry = entries.find((one) => one.seq === seq)
  if (!entry) return []
  return (micro === null ? entry.leaves : entry.taken[micro - 1]?.leaves) ?? entry.leaves ?? []
}

/**
 * Marks for a picture at a moment. `entries` begin where the journal does or, of a long one, at some line: then nothing
 * is said of states they do not tell about.
 */
export function marksAt(picture: Picture, entries: readonly JournalEntry[], at: At, now: number): Marks {
  const past = entries.filter(({ seq }) => seq <= at.seq)
  const isWhole = entries[0]?.seq === 1
  const here = new Set(leavesAt(entries, at).flatMap(withParents))
  const stays = staysIn(past, now)
  const states = picture.states.map(({ path }): [string, StateMark] => {
    if (here.has(path)) return [path, { status: 'here', ...noteOf(stays.get(path), 'for') }]
    if (stays.has(path)) return [path, { status: 'been', ...noteOf(stays.get(path), 'took') }]
    return [path, isWhole ? { status: 'ahead' } : {}]
  })
  return { states: Object.fromEntries(states), transitions: takenUpTo(past, at) }
}

function takenUpTo(past: readonly JournalEntry[], at: At): Record<string, TransitionMark> {
  const marks: Record<string, TransitionMark> = {}
  for (const { seq, taken } of past) {
    const isShown = seq === at.seq
    const steps = isShown && at.micro !== null ? taken.slice(0, at.micro) : taken
    steps.forEach(({ transitions }, index) => {
      const isNow = isShown && (at.micro === null || index === at.micro - 1)
      for (const key of transitions) marks[key] = { taken: true, ...(isNow && { now: true }) }
    })
  }
  return marks
}

interface Stay {
  readonly from: number
  /** Null: it lasts. */
  readonly to: number | null
}

/** How long an actor was last in each leaf. */
function staysIn(past: readonly JournalEntry[], now: number): Map<string, Stay & { readonly now: number }> {
  const stays = new Map<string, Stay & { now: number }>()
  for (const { at, left, entered, leaves, seq } of past) {
    for (const leaf of left) stays.set(leaf, { from: stays.get(leaf)?.from ?? at, to: at, now })
    for (const leaf of entered) stays.set(leaf, { from: at, to: null, now })
    // of a journal that begins in the middle: it is there, since some time
    if (seq === past[0]?.seq)
      for (const leaf of leaves ?? []) if (!stays.has(leaf)) stays.set(leaf, { from: at, to: null, now })
  }
  for (const [leaf, stay] of [...stays])
    for (const parent of withParents(leaf).slice(0, -1))
      if (!stays.has(parent)) stays.set(parent, { ...stay, from: NaN })
  return stays
}

function noteOf(stay: (Stay & { now: number }) | undefined, word: 'for' | 'took'): Pick<StateMark, 'note'> {
  if (!stay || Number.isNaN(stay.from)) return {}
  const span = (stay.to ?? stay.now) - stay.from
  return span >= 0 ? { note: `${word} ${shortSpan(span)}` } : {}
}

/** One region of a chart over time: which leaf it was in, from which line to which. */
export interface Lane {
  /** The region's path; '' for a chart without any. */
  readonly region: string
  readonly spans: readonly Span[]
}
export interface Span {
  readonly leaf: string
  readonly fromSeq: number
  /** The line it was left at; null while it lasts. */
  readonly toSeq: number | null
  readonly from: number
  readonly to: number | null
}

/** One lane for each region that is entered: of nested ones, the outer. */
export function lanesOf(picture: Picture, entries: readonly JournalEntry[]): Lane[] {
  const regionOf = regionsOf(picture)
  const lanes = new Map<string, Span[]>()
  const open = new Map<string, number>()
  const begin = (leaf: string, { seq, at }: JournalEntry) => {
    const region = regionOf(leaf)
    const spans = lanes.get(region) ?? []
    lanes.set(region, spans)
    open.set(leaf, spans.push({ leaf, fromSeq: seq, toSeq: null, from: at, to: null }) - 1)
  }
  entries.forEach((entry, index) => {
    for (const leaf of entry.left) {
      const spans = lanes.get(regionOf(leaf))
      const place = open.get(leaf)
      if (spans && place !== undefined) spans[place] = { ...spans[place]!, toSeq: entry.seq, to: entry.at }
      open.delete(leaf)
    }
    const entered = index === 0 ? (entry.leaves ?? []) : entry.entered
    for (const leaf of entered) begin(leaf, entry)
  })
  const order = picture.states.map(({ path }) => path)
  return [...lanes]
    .map(([region, spans]) => ({ region, spans }))
    .toSorted((a, b) => order.indexOf(a.region) - order.indexOf(b.region))
}

function regionsOf({ states }: Picture): (leaf: string) => string {
  const parallels = new Set(states.filter(({ kind }) => kind === 'parallel').map(({ path }) => path))
  return (leaf) => {
    const above = ['', ...withParents(leaf)]
    const outer = above.findIndex((path) => parallels.has(path))
    return outer < 0 ? '' : (above[outer + 1] ?? '')
  }
}
