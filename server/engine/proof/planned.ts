/** The planned side of a walk: what an engine would hold between steps, with the row read back from JSON every time. */
import type { AnyEventObject } from 'xstate'
import type { Planner } from '../planner/planner.ts'
import { type Plan, type Row, SELF } from '../planner/row.ts'
import { inOrder, nothingSeen, type Seen, type Waiting, words } from './seen.ts'

interface PlannedTimer extends Waiting {
  to: string
  gen?: number
}

/** A chart carried by its row alone. Every method throws what the planner throws. */
export class Planned {
  row!: Row
  seen: Seen = nothingSeen()
  now = 0
  /** Whether the last event changed anything at all. */
  changed = false
  private timers: PlannedTimer[] = []
  private mail: AnyEventObject[] = []
  private order = 0
  private readonly planner: Planner

  constructor(planner: Planner, input: unknown) {
    this.planner = planner
    this.take(planner.init(input))
    this.drain()
  }

  /** Takes an event, and then what the chart sent itself on the way. */
  send(event: AnyEventObject) {
    this.mail.push(event)
    this.drain()
  }

  handles(event: AnyEventObject): boolean {
    return this.planner.handles(this.row, event)
  }

  /** The children and their generations; an answered one has none. */
  children(): [string, number | null][] {
    const entries = Object.entries(this.row.children)
    return entries.map(([id, { gen, done }]) => [id, done ? null : gen])
  }

  /** What waits, in the order it will fire. */
  waiting(): { id: string; to: string; dueAt: number; event: AnyEventObject }[] {
    return inOrder(this.readable()).map(({ id, dueAt, event, to, gen }) => ({
      id: id.startsWith('#') ? '#' : id,
      to: nameOf(to, gen),
      dueAt,
      event,
    }))
  }

  fireNext() {
    const timer = inOrder(this.readable())[0]!
    const { to, gen, event } = timer
    this.timers = this.timers.filter((other) => other !== timer)
    this.now = timer.dueAt
    if (to === SELF) return this.send(event)
    const child = this.row.children[to]
    if (gen === undefined || (child?.gen === gen && !child.done))
      // mail for a child is delivered without asking the planner
      this.changed = true
    this.seen.sends.push(`${nameOf(to, gen)} ${words(event)}`)
  }

  /** The timers somebody is there to read: one for a child that has gone or has answered can do nothing any more. */
  private readable(): PlannedTimer[] {
    return this.timers.filter(({ to, gen }) => {
      const child = this.row.children[to]
      return gen === undefined || (child?.gen === gen && !child.done)
    })
  }

  private drain() {
    while (this.mail.length > 0 && this.row.status === 'active')
      this.take(this.planner.step(this.row, this.mail.shift()!))
    this.mail = []
  }

  private take(plan: Plan) {
    this.row = JSON.parse(JSON.stringify(plan.row))
    this.changed ||= plan.changed
    const { starts, stops, sends, emitted, actions, taken } = this.seen
    starts.push(...plan.start.map(({ id, gen, src, input }) => `${id}#${gen} ${src} ${words(input)}`))
    stops.push(...plan.stop.map(({ id, gen }) => `${id}#${gen}`))
    emitted.push(...plan.emitted.map(words))
    actions.push(...plan.actions.map(({ type, params }) => `${type} ${words(params)}`))
    taken.push(...plan.taken.flatMap(({ transitions }) => transitions))
    for (const { to, gen, event } of plan.sends) {
      if (to === SELF) this.mail.push(event)
      else sends.push(`${nameOf(to, gen)} ${words(event)}`)
    }
    this.takeTimers(plan.timers)
  }

  private takeTimers(operations: Plan['timers']) {
    for (const operation of operations) {
      this.timers = this.timers.filter(({ id }) => id !== operation.id)
      if (operation.op === 'cancel') continue
      const { id, delayMs, event, to, gen } = operation
      this.timers.push({ id, event, to, gen, dueAt: this.now + delayMs, order: this.order++ })
    }
    if (this.row.status !== 'active') this.timers = []
  }
}

const nameOf = (to: string, gen?: number) => (gen === undefined ? to : `${to}#${gen}`)
