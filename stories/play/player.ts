/**
 * Plays a chart: the real one, as a running actor, with simulated services and a clock that can be moved. Nothing of the
 * chart is faked; guards, timers, children and transitions are its own. Every input (somebody's event, an answer, a
 * timer) is one step, over when it returns, and every step is kept.
 */
import {
  type AnyActorRef,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  createMachine,
  type InspectionEvent,
} from 'xstate'
import type { Told } from '../../machines/kit/walk.ts'
import type { ProblemCode } from '../../machines/vocabulary/problems.ts'
import { screenOf } from '../../widget/client/screen.ts'
import { chartOf } from './charts.ts'
import { openClock } from './clock.ts'
import { answer, effectActor } from './effect-actor.ts'
import { admit } from './ingress.ts'
import { keyOf, keysOf, type Running } from './offers.ts'
import { failureCodes, otherAnswers, type PlayChart, usualAnswer } from './play-chart.ts'
import { calm, effectKey, effectMs, requestMs, type Setting } from './setting.ts'
import { answering, delayOf } from './words.ts'

/** One input and what came of it. Charts by their name: '' is the story's own, a child has its invoke's id. */
export interface Step {
  /** Milliseconds since 1970, by the player's clock. */
  readonly at: number
  readonly of: string
  readonly event: Told
  /** Transitions taken, by chart. */
  readonly taken: Readonly<Record<string, readonly string[]>>
  /** Where every chart stood afterwards. */
  readonly seen: Readonly<Record<string, AnyMachineSnapshot>>
  /** Effects told that nobody waits for. */
  readonly announced: readonly { readonly name: string; readonly params: unknown }[]
  /** What waited for an answer afterwards, and which timers ran. */
  readonly asked: readonly Asked[]
  readonly timers: readonly Running[]
}

/** An effect that waits for its answer. */
export interface Asked {
  readonly of: string
  readonly chart: string
  readonly invoke: string
  readonly src: string
  readonly input: unknown
  readonly since: number
  /** When it answers by itself; null: it does not. */
  readonly dueAt: number | null
  /** It failed with this code, and the chart has no way for that: on the server an operator would be called. */
  readonly stuck: string | null
}

/** What became of the last thing a screen sent, where the chart does not say it. */
export interface Aftermath {
  readonly busy: boolean
  readonly problem: ProblemCode | null
  readonly problems: Readonly<Record<string, ProblemCode>>
}
const nothing: Aftermath = { busy: false, problem: null, problems: {} }

/** An event, and which chart hears it: '' or nothing is the story's own. */
export type Said = Told & { readonly of?: string }

export interface Player {
  readonly chart: PlayChart
  readonly root: AnyActorRef
  /** Called after every change; ends with what it answers. */
  subscribe(changed: () => void): () => void
  /** Another number after every change. */
  version(): number
  now(): number
  steps(): readonly Step[]
  asked(): readonly Asked[]
  timers(): readonly Running[]
  aftermath(of: string): Aftermath
  /** What the chart threw; it stands still from then on. */
  broken(): string | null
  set(setting: Setting): void
  /** As a screen sends it: over the network and through the ingress. */
  request(of: string, event: Told): void
  /** As the chart hears it. */
  tell(of: string, event: Told): void
  /** Moves the clock by so many milliseconds. */
  advance(ms: number): void
  /** Goes through events as a fixture lists them; what is done meanwhile answers only afterwards. */
  replay(events: Iterable<Said>): void
  stop(): void
}

interface Open extends Asked {
  readonly ref: AnyActorRef
}
interface Turn {
  first: { of: string; event: Told } | null
  readonly taken: Record<string, string[]>
  readonly announced: { name: string; params: unknown }[]
}

const isChart = (logic: unknown): logic is AnyStateMachine =>
  typeof logic === 'object' && logic !== null && 'getTransitionData' in logic
const logicOf = (ref: AnyActorRef) => (ref as unknown as { logic: unknown }).logic

export function openPlayer(chart: PlayChart): Player {
  let setting = calm
  let version = 0
  let open: Open[] = []
  let turn: Turn | null = null
  let broken: string | null = null
  let isHeld = false
  const steps: Step[] = []
  const listeners = new Set<() => void>()
  const aftermaths = new Map<string, Aftermath>()
  const due = new WeakMap<object, number>()
  const clock = openClock(chart.startsAt, inTurn)

  function changed() {
    version++
    for (const listener of listeners) listener()
  }

  /** Whatever happens in here is one step. */
  function inTurn(run: () => void) {
    if (turn) return run()
    const mine: Turn = { first: null, taken: {}, announced: [] }
    turn = mine
    try {
      run()
    } catch (error) {
      broken = String(error)
    }
    turn = null
    if (mine.first) record(mine, mine.first)
    changed()
  }

  function record({ taken, announced }: Turn, { of, event }: { of: string; event: Told }) {
    const seen = chartsNow()
    const before = steps.at(-1)?.seen ?? {}
    for (const name of new Set([...Object.keys(seen), ...Object.keys(before)]))
      if (screenIn(seen[name]) !== screenIn(before[name])) aftermaths.delete(name)
    steps.push({ at: clock.now(), of, event, taken, announced, seen, asked: asked(), timers: timers() })
  }

  function nameOf(ref: AnyActorRef): string {
    return ref === root ? '' : ref.id
  }

  function actorOf(of: string): AnyActorRef | undefined {
    return of === '' ? root : (root.getSnapshot().children as Record<string, AnyActorRef | undefined>)[of]
  }

  function chartsNow(): Record<string, AnyMachineSnapshot> {
    const snapshot = root.getSnapshot() as AnyMachineSnapshot
    const children = Object.values(snapshot.children as Record<string, AnyActorRef>)
    const charts = children.filter((child) => isChart(logicOf(child)))
    return { '': snapshot, ...Object.fromEntries(charts.map((child) => [child.id, child.getSnapshot()])) }
  }

  const asked = (): Asked[] =>
    open.map((one) => {
      const { ref: _, ...seen } = one
      return seen
    })

  function timers(): Running[] {
    const scheduled = Object.values(root.system.getSnapshot()._scheduledEvents)
    return scheduled
      .map((one) => {
        const dueAt = due.get(one) ?? clock.now() + one.delay
        due.set(one, dueAt)
        return { of: nameOf(one.target), type: one.event.type, dueAt }
      })
      .toSorted((one, other) => one.dueAt - other.dueAt)
  }

  function playable(one: PlayChart): AnyStateMachine {
    const { machine, announced = {} } = one.flow
    const logics = Object.entries(machine.implementations.actors)
    const actors = logics.map(([src, logic]) => [
      src,
      isChart(logic) ? playable(chartOf(logic.id)) : effectActor(src, { began, ended }),
    ])
    const note = (name: string) => (_context: unknown, params: unknown) => void turn?.announced.push({ name, params })
    const actions = Object.keys(announced).map((name) => [name, note(name)])
    return machine.provide({ actors: Object.fromEntries(actors), actions: Object.fromEntries(actions) } as never)
  }

  function began(ref: AnyActorRef, src: string, input: unknown) {
    const parent = (ref as unknown as { _parent: AnyActorRef })._parent
    const place = { of: nameOf(parent), chart: (logicOf(parent) as AnyStateMachine).id }
    open.push({ ref, ...place, invoke: ref.id, src, input, since: clock.now(), dueAt: null, stuck: null })
    if (!isHeld) schedule(ref)
  }
  function ended(ref: AnyActorRef) {
    open = open.filter((one) => one.ref !== ref)
  }
  function change(ref: AnyActorRef, to: Partial<Open>) {
    open = open.map((one) => (one.ref === ref ? { ...one, ...to } : one))
  }

  function schedule(ref: AnyActorRef) {
    const ms = effectMs(setting)
    change(ref, { dueAt: clock.now() + ms })
    clock.setTimeout(() => settle(ref), ms)
  }

  /** Answers as it was chosen by now; an effect that is gone meanwhile answers nothing. */
  function settle(ref: AnyActorRef) {
    const one = open.find((other) => other.ref === ref)
    if (!one) return
    const told = answerOf(one)
    if (told === null) return change(ref, { dueAt: null })
    const parent = actorOf(one.of)?.getSnapshot() as AnyMachineSnapshot
    if ('error' in told && keysOf(parent, told).length === 0)
      return change(ref, { dueAt: null, stuck: (told['error'] as { code: string }).code })
    answer(ref, told)
  }

  /** Null: never. */
  function answerOf({ chart: id, invoke, src, input }: Open): Told | null {
    const of = chartOf(id)
    const known = of.flow === chart.flow ? chart : of
    const [first = 'unknown'] = failureCodes(known, invoke)
    const byHand = setting.choices[effectKey(id, invoke)] ?? 'default'
    const byToolbar = setting.faults === 'effects fail' ? `fail ${first}` : 'answer'
    const chosen = byHand === 'default' ? byToolbar : byHand
    const [how, ...rest] = chosen.split(' ')
    if (how === 'never') return null
    const end = { actorId: invoke }
    if (how === 'fail') return { type: `xstate.error.actor.${invoke}`, error: { code: rest.join(' ') }, ...end }
    const other = how === 'other' ? otherAnswers(known, invoke)[Number(rest[0])] : undefined
    const output = other ? other['output'] : usualAnswer(known, invoke, src, { input, now: clock.now() })
    return { type: `xstate.done.actor.${invoke}`, output, ...end }
  }

  function tell(of: string, event: Told) {
    const given = answering(event.type)
    const waiting = given && open.find((one) => one.of === of && one.invoke === given.invoke)
    inTurn(() => (waiting ? answer(waiting.ref, event) : actorOf(of)?.send(event)))
  }

  function request(of: string, event: Told) {
    if (aftermaths.get(of)?.busy) return
    const { network } = setting
    const arrive = () => {
      aftermaths.delete(of)
      if (network === 'offline') return void aftermaths.set(of, { ...nothing, problem: 'offline' })
      if (setting.faults === 'answers refused') return void aftermaths.set(of, { ...nothing, problem: 'conflict' })
      const actor = actorOf(of)
      if (!actor) return
      const { flow } = of === '' ? chart : chartOf((logicOf(actor) as AnyStateMachine).id)
      const admission = admit(flow, chart.caller, event)
      if ('admitted' in admission) actor.send(admission.admitted)
      else if ('problems' in admission) aftermaths.set(of, { ...nothing, problems: admission.problems })
      else aftermaths.set(of, { ...nothing, problem: admission.refused })
    }
    const ms = requestMs(setting)
    if (ms === 0) return inTurn(arrive)
    aftermaths.set(of, { ...nothing, busy: true })
    clock.setTimeout(arrive, ms)
    changed()
  }

  function replay(events: Iterable<Said>) {
    isHeld = true
    try {
      for (const event of events) say(event)
    } finally {
      isHeld = false
      for (const { ref } of open) schedule(ref)
      changed()
    }
  }

  /** A timer is waited for, so that the clock is right; whatever is due before it comes first. */
  function say({ of = '', ...event }: Said) {
    const timer =
      delayOf(event.type) === null ? undefined : timers().find((one) => one.of === of && one.type === event.type)
    if (timer) clock.advanceTo(timer.dueAt)
    // another one may have led away: then the event is as good as its timer
    if (!timer || steps.at(-1)?.event.type !== event.type) tell(of, event)
  }

  function inspect(event: InspectionEvent) {
    const ref = event.actorRef as AnyActorRef
    if (!turn || !isChart(logicOf(ref))) return
    if (event.type === '@xstate.event') turn.first ??= { of: nameOf(ref), event: event.event }
    if (event.type === '@xstate.microstep') (turn.taken[nameOf(ref)] ??= []).push(...event._transitions.flatMap(keyOf))
  }

  // some charts tell whoever began them how they are doing; here nobody listens
  const outside = createActor(createMachine({ id: 'outside' }), { clock, inspect }).start()
  const id = chart.flow.machine.id
  const root: AnyActorRef = createActor(playable(chart), { id, input: chart.input as never, parent: outside })
  root.subscribe({ error: (error) => (broken = String(error)) })
  inTurn(() => {
    turn!.first = { of: '', event: { type: 'xstate.init' } }
    root.start()
  })

  return {
    chart,
    root,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    version: () => version,
    now: clock.now,
    steps: () => steps,
    asked,
    timers,
    aftermath: (of) => aftermaths.get(of) ?? nothing,
    broken: () => broken,
    set(to) {
      setting = to
      changed()
    },
    request,
    tell,
    advance(ms) {
      const second = Math.floor(clock.now() / 1000)
      clock.advanceTo(clock.now() + ms)
      // whoever shows the time hears of every second, and of nothing in between
      if (Math.floor(clock.now() / 1000) !== second) changed()
    },
    replay,
    stop: () => void outside.stop(),
  }
}

const screenIn = (snapshot: AnyMachineSnapshot | undefined) => snapshot && screenOf(snapshot as never)
