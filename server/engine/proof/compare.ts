/** Tells whether the two sides of a walk are at the same place after the same step. */
/* oxlint-disable typescript/no-explicit-any -- a snapshot's nodes and history are internal to XState */
import type { Live } from './live.ts'
import { Names } from './names.ts'
import type { Planned } from './planned.ts'
import { words } from './seen.ts'

type Side = Record<string, unknown>

/** Compares step after step of one run. */
export class Comparison {
  private readonly names = new Names()
  private readonly live: Live
  private readonly planned: Planned

  constructor(live: Live, planned: Planned) {
    this.live = live
    this.planned = planned
  }

  /** The live id of a child known by its planned one; they differ where the chart gave no name. */
  liveIdOf(plannedId: string): string {
    return this.names.liveOf(plannedId)
  }

  /** What differs after a step, a line per aspect and side; empty when nothing does. Forgets what was seen till then. */
  differences(): string[] {
    const { live, planned } = this
    this.names.pair(Object.keys(live.snapshot.children), Object.keys(planned.row.children))
    const left: Side = { ...liveState(live), ...live.seen }
    const right: Side = { ...plannedState(planned), ...planned.seen }
    if (!planned.row.nodes) left.nodes = undefined
    return Object.keys(left).flatMap((aspect) => {
      const ours = this.say(aspect, right[aspect], (text) => this.names.ofPlanned(text))
      const theirs = this.say(aspect, left[aspect], (text) => this.names.ofLive(text))
      return ours === theirs ? [] : [`${aspect}, live:    ${theirs}`, `${aspect}, planned: ${ours}`]
    })
  }

  private say(aspect: string, part: unknown, rename: (text: string) => string): string {
    if (!Array.isArray(part)) return rename(words(part) ?? '')
    const said = part.map((item) => rename(words(item)))
    return (unordered.has(aspect) ? said.toSorted() : said).join(', ')
  }
}

/** Work is begun and ended in no promised order. */
const unordered = new Set(['children', 'starts', 'stops'])

function liveState(live: Live): Side {
  const { value, status, context, output, historyValue, _nodes } = live.snapshot as any
  return {
    value,
    status,
    context,
    output,
    nodes: idsOf(_nodes),
    history: Object.fromEntries(Object.entries(historyValue).map(([id, nodes]) => [id, idsOf(nodes as never)])),
    children: status === 'active' ? live.children() : [],
    timers: live.waiting(),
  }
}

function plannedState(planned: Planned): Side {
  const { row } = planned
  return {
    value: row.value,
    status: row.status,
    context: row.context,
    output: row.output,
    nodes: row.nodes,
    history: row.historyValue,
    children: planned.children(),
    timers: planned.waiting(),
  }
}

const idsOf = (nodes: { id: string }[]) => nodes.map(({ id }) => id)
