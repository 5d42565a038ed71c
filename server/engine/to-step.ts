/** Turns a plan into the one commit that carries it out. */
import type { AnyEventObject } from 'xstate'
import type { EffectRow, Lease, ParentLink, Statement, Step, Took } from '../store/store.ts'
import { closeRow } from './actors.ts'
import { changeOf, type Recorder } from './recorder.ts'
import type { EffectDeclaration } from './definition.ts'
import { childId, letter, type Mail } from './mail.ts'
import type { Plan, Row, Send, Target } from './planner/row.ts'
import type { Registered } from './registry.ts'
import type { Sealer } from './seal.ts'

const SELF = '#_internal'
const PARENT = '#_parent'

/** Lines between two rows that are kept: as many as are played in a few milliseconds. */
export const CHECKPOINT_EVERY = 250

/** Where a step comes from and what it carries besides the plan. */
export interface Origin {
  readonly id: string
  readonly tenant: string
  readonly keyId: string
  readonly parent: ParentLink | null
  readonly chart: Registered
  /** 0 for an actor that does not exist yet. */
  readonly seq: number
  /** The row planned from, or null. */
  readonly before: Row | null
  readonly event: AnyEventObject
  readonly eventId: string | null
  readonly took?: Took
  readonly writes: readonly Statement[]
  readonly at: number
  /** How a new effect is leased at birth: to a worker of this process, or to nobody. */
  readonly lease: Lease | null
  /** Who sent the event, for recorders. */
  readonly by?: unknown
}

/** The delayed event of a timer, as it is sealed. */
export interface TimerBody extends Target {
  readonly event: AnyEventObject
}

export function toStep(sealer: Sealer, origin: Origin, plan: Plan, record: Recorder = () => []): Step {
  const { id, keyId, chart, seq, at } = origin
  const ended = plan.row.status !== 'active'
  const timers = timerChanges(sealer, origin, plan)
  return {
    actor: id,
    expected: seq,
    ...(seq === 0 && {
      born: { tenant: origin.tenant, flow: chart.id, version: chart.version, keyId, parent: origin.parent },
    }),
    next: {
      ...closeRow(sealer, keyId, plan.row),
      line: {
        at,
        type: origin.event.type,
        eventId: origin.eventId,
        body: sealer.seal(keyId, origin.event),
      },
    },
    ...((seq + 1) % CHECKPOINT_EVERY === 0 && { checkpoint: true }),
    ...(origin.took && { took: origin.took }),
    start: ended
      ? announced(sealer, origin, plan)
      : [...started(sealer, origin, plan), ...announced(sealer, origin, plan)],
    cancel: plan.stop.filter(({ id: child }) => isEffect(chart, origin.before, child)),
    ...timers,
    ended,
    // what a child says last comes before its answer
    sends: [...births(sealer, origin, plan), ...posted(sealer, origin, plan), ...endings(sealer, origin, plan)],
    writes: [...origin.writes, ...record(changeOf(origin, origin.before, plan, sealer.seal))],
  }
}

const kindOf = (chart: Registered, src: string) => {
  const kind = chart.children.get(src)
  if (!kind) throw new Error(`Chart '${chart.id}' asks for '${src}', which it does not declare.`)
  return kind
}

const isEffect = (chart: Registered, row: Row | null, child: string) => {
  const src = row?.children[child]?.src
  return src !== undefined && 'effect' in kindOf(chart, src)
}

function started(sealer: Sealer, origin: Origin, plan: Plan): EffectRow[] {
  return plan.start.flatMap(({ id, src, gen, input }) => {
    const kind = kindOf(origin.chart, src)
    return 'effect' in kind
      ? [effectRow(sealer, origin, { id, gen, src, input, awaited: true }, kind.effect.identity(input))]
      : []
  })
}

/** Actions the chart declares as effects: told once, waited for by nobody. */
function announced(sealer: Sealer, origin: Origin, plan: Plan): EffectRow[] {
  return plan.actions.flatMap(({ type, params }, index) => {
    const declaration: EffectDeclaration | undefined = origin.chart.flow.announced?.[type]
    if (!declaration) return []
    const id = `${type}@${origin.seq + 1}.${index}`
    return [
      effectRow(
        sealer,
        origin,
        { id, gen: 0, src: type, input: params, awaited: false },
        declaration.identity(params as never),
      ),
    ]
  })
}

function effectRow(
  sealer: Sealer,
  { id: actor, keyId, at, lease }: Origin,
  { input, ...asked }: Pick<EffectRow, 'id' | 'gen' | 'src' | 'awaited'> & { input: unknown },
  identity: string,
): EffectRow {
  return { actor, ...asked, identity, input: sealer.seal(keyId, input), dueAt: at, attempt: 1, lease }
}

function births(sealer: Sealer, { id, tenant, keyId, chart }: Origin, plan: Plan): Mail[] {
  return plan.start.flatMap(({ id: invoke, src, gen, input }) => {
    const kind = kindOf(chart, src)
    if (!('machine' in kind)) return []
    const { id: flow, version } = kind.machine
    const parent = { actor: id, invoke, gen }
    return [letter(sealer, keyId, childId(id, invoke, gen), 'start', { tenant, flow, version, keyId, parent, input })]
  })
}

/** Children whose state was left are stopped; a parent hears that its child ended. */
function endings(sealer: Sealer, { id, keyId, chart, before, parent }: Origin, { row, stop }: Plan): Mail[] {
  const mails = stop
    .filter(({ id: child }) => before?.children[child] !== undefined && !isEffect(chart, before, child))
    .map(({ id: child, gen }) => letter(sealer, keyId, childId(id, child, gen), 'stop', {}))
  if (!parent || row.status === 'active' || row.status === 'stopped') return mails
  const child = { invoke: parent.invoke, gen: parent.gen }
  const answer = row.status === 'done' ? { child, output: row.output } : { child, error: row.error }
  return [...mails, letter(sealer, keyId, parent.actor, row.status, answer)]
}

function posted(sealer: Sealer, origin: Origin, plan: Plan): Mail[] {
  return plan.sends.flatMap((send) => {
    const mail = addressed(sealer, origin, plan.row, send)
    return mail ? [mail] : []
  })
}

/** Mail for one send, or null when nobody would read it: an effect takes none, and not every actor has a parent. */
export function addressed(
  sealer: Sealer,
  origin: Pick<Origin, 'id' | 'keyId' | 'parent' | 'chart'>,
  row: Row,
  send: Send,
): Mail | null {
  const { id, keyId, parent, chart } = origin
  const { to, gen, event } = send
  if (to === SELF) return letter(sealer, keyId, id, 'event', { event })
  if (to === PARENT) {
    if (!parent) return null
    return letter(sealer, keyId, parent.actor, 'event', { event, child: { invoke: parent.invoke, gen: parent.gen } })
  }
  if (gen === undefined || isEffect(chart, row, to)) return null
  return letter(sealer, keyId, childId(id, to, gen), 'event', { event })
}

/** The last word on each timer counts: a cancel may come before or after a schedule of the same id. */
function timerChanges(sealer: Sealer, { keyId, at }: Origin, plan: Plan): Pick<Step, 'schedule' | 'unschedule'> {
  const schedule = new Map<string, { id: string; dueAt: number; body: Buffer }>()
  const unschedule = new Set<string>()
  for (const change of plan.timers) {
    if (change.op === 'cancel') {
      schedule.delete(change.id)
      unschedule.add(change.id)
      continue
    }
    const { id, delayMs, event, to, gen } = change
    const body: TimerBody = gen === undefined ? { event, to } : { event, to, gen }
    schedule.set(id, { id, dueAt: at + delayMs, body: sealer.seal(keyId, body) })
  }
  if (plan.row.status !== 'active') return { schedule: [], unschedule: [] }
  return { schedule: [...schedule.values()], unschedule: [...unschedule] }
}
