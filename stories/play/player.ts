/**
 * Plays a chart: the real one, as a running actor, with simulated services and a clock that can be moved. Nothing of the
 * chart is faked; guards, timers, children and transitions are its own. Every input (somebody's event, an answer, a
 * timer) is one step, over when it returns, and every step is kept.
 */
import { answerIn, delayIn } from '../../machines/kit/event-types.ts'
import {
  type AnyActorRef,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  createMachine,
  type InspectionEvent,
} from 'xstate'
import type { Told } from '../../machines/kit/walk.ts'
import { screenOf } from '../../widget/client/screen.ts'
import { isChart, logicOf } from './actors.ts'
import { chartOf } from './charts.ts'
import { openClock } from './clock.ts'
import { answer, effectActor } from './effect-actor.ts'
import { keyOf, type Running } from './offers.ts'
import type { PlayChart } from './play-chart.ts'
import type { Player, Said, Step } from './player-types.ts'
import { openRequests } from './requests.ts'
import { openServices } from './services.ts'
import { calm } from './setting.ts'

interface Turn {
  first: { of: string; event: Told } | null
  readonly taken: Record<string, string[]>
  readonly announced: { name: string; params: unknown }[]
}

export function openPlayer(chart: PlayChart): Player {
  let setting = calm
  let version = 0
  let turn: Turn | null = null
  let broken: string | null = null
  const steps: Step[] = []
  const listeners = new Set<() => void>()
  const due = new WeakMap<object, number>()
  const clock = openClock(chart.startsAt, inTurn)
  const nameOf = (actor: AnyActorRef) => (actor === root ? '' : actor.id)
  const services = openServices({ chart, clock, setting: () => setting, nameOf })
  const requests = openRequests({ chart, clock, setting: () => setting, actorOf })

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

  function record({ taken, announced }: Turn, first: { of: string; event: Told }) {
    const seen = chartsNow()
    const before = steps.at(-1)?.seen ?? {}
    for (const name of new Set([...Object.keys(seen), ...Object.keys(before)]))
      if (screenIn(seen[name]) !== screenIn(before[name])) requests.forget(name)
    steps.push({ at: clock.now(), ...first, taken, announced, seen, asked: services.asked(), timers: timers() })
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

  /** XState says how long a timer runs, not since when by this clock: each is noted when it is first seen. */
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

  /** The chart with services that are simulated; the charts it invokes run the same way. */
  function playable({ flow: { machine, announced = {} } }: PlayChart): AnyStateMachine {
    const actors = Object.entries(machine.implementations.actors).map(([src, logic]) => [
      src,
      isChart(logic) ? playable(chartOf(logic.id)) : effectActor(src, services),
    ])
    const note = (name: string) => (_context: unknown, params: unknown) => void turn?.announced.push({ name, params })
    const actions = Object.keys(announced).map((name) => [name, note(name)])
    return machine.provide({ actors: Object.fromEntries(actors), actions: Object.fromEntries(actions) } as never)
  }

  function tell(of: string, event: Told) {
    const given = answerIn(event.type)
    const waiting = given && services.waiting(of, given.invoke)
    inTurn(() => (waiting ? answer(waiting, event) : actorOf(of)?.send(event)))
  }

  /** A timer is waited for, so that the clock is right; whatever is due before it comes first. */
  function say({ of = '', ...event }: Said) {
    const timer =
      delayIn(event.type) === null ? undefined : timers().find((one) => one.of === of && one.type === event.type)
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
    asked: services.asked,
    timers,
    aftermath: requests.aftermath,
    broken: () => broken,
    set(to) {
      setting = to
      changed()
    },
    request(of, event) {
      requests.send(of, event, inTurn)
      changed()
    },
    tell,
    advance(ms) {
      const second = Math.floor(clock.now() / 1000)
      clock.advanceTo(clock.now() + ms)
      // whoever shows the time hears of every second, and of nothing in between
      if (Math.floor(clock.now() / 1000) !== second) changed()
    },
    replay(events) {
      services.hold()
      try {
        for (const event of events) say(event)
      } finally {
        services.release()
        changed()
      }
    },
    stop: () => void outside.stop(),
  }
}

const screenIn = (snapshot: AnyMachineSnapshot | undefined) => snapshot && screenOf(snapshot as never)
