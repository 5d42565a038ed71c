/** The live side of a walk: XState's own interpreter, its children scripted, its clock ours. */
/* oxlint-disable typescript/no-explicit-any -- the interpreter's scheduler, system and actor scope are internal to XState */
import { type AnyEventObject, type AnyMachineSnapshot, type AnyStateMachine, createActor } from 'xstate'
import { type LiveTimer, LiveTimers } from './live-timers.ts'
import { type Listener, parentLogic, scripted } from './scripted.ts'
import { inOrder, nothingSeen, type Seen, words } from './seen.ts'

/** A chart running for real. Every method runs to quiet, mail to itself included. */
export class Live {
  seen: Seen = nothingSeen()
  /** A child was replaced under its id without being stopped: a quirk of XState we do not copy. */
  leaked = false
  private readonly timers = new LiveTimers()
  private gens = new Map<unknown, number>()
  private begun = new Set<any>()
  private lastGen: Record<string, number> = {}
  private actor: any

  constructor(machine: AnyStateMachine, input: unknown) {
    const listener = this.listener()
    const root = createActor(parentLogic(listener), { clock: this.timers.clock, logger: () => {} } as never)
    this.timers.tap((root.system as any).scheduler)
    root.start()
    this.actor = createActor(scripted(machine, listener), { input, parent: root } as never)
    this.actor.on('*', (event: AnyEventObject) => this.seen.emitted.push(words(event)))
    this.actor.subscribe({ next: () => this.settle(), error: () => {} })
    this.actor.start()
  }

  get snapshot(): AnyMachineSnapshot {
    return this.actor.getSnapshot()
  }

  send(event: AnyEventObject) {
    this.actor.send(event)
  }

  answer(id: string, answer: { output: unknown } | { error: unknown }) {
    this.child(id).send({ type: '$answer', answer: 'error' in answer ? failed(answer) : done(answer) })
  }

  /** The children and their generations; an answered one has none. */
  children(): [string, number | null][] {
    const entries = Object.entries<any>(this.snapshot.children)
    return entries.map(([id, ref]) => [id, isActive(ref) ? this.gens.get(ref)! : null])
  }

  /** What waits, in the order it will fire. */
  waiting(): { id: string; to: string; dueAt: number; event: AnyEventObject }[] {
    return inOrder(this.readable()).map(({ id, dueAt, event, target }) => ({
      id,
      to: this.nameOf(target),
      dueAt,
      event,
    }))
  }

  fireNext() {
    this.timers.fire(this.readable())
  }

  stop() {
    this.actor._stop()
  }

  private child(id: string): any {
    return this.snapshot.children[id]
  }

  private nameOf(ref: any): string {
    if (ref === this.actor) return '#_internal'
    return ref === this.actor._parent ? '#_parent' : `${ref.id}#${this.gens.get(ref)}`
  }

  /** At the end of every step: what XState leaves running under a replaced id, we stop. */
  private settle() {
    for (const ref of this.begun) {
      if (!isActive(ref)) this.begun.delete(ref)
      if (!isActive(ref) || this.child(ref.id) === ref) continue
      if (this.gens.has(ref)) this.seen.stops.push(this.nameOf(ref))
      this.begun.delete(ref)
      this.leaked = true
    }
  }

  /** The timers somebody is there to read: one for a child that has gone or has answered can do nothing any more. */
  private readable(): LiveTimer[] {
    return this.timers.waiting.filter(({ target }) => {
      const isChild = target !== this.actor && target !== this.actor._parent
      return !isChild || (this.child(target.id) === target && isActive(target))
    })
  }

  /** Only what the chart still holds counts: in its first step XState starts what it spawned and stopped, only to stop it. */
  private listener(): Listener {
    const { gens, lastGen } = this
    return {
      began: (child, src, input) => {
        this.begun.add(child)
        if (this.child(child.id) !== child) return
        lastGen[child.id] = (lastGen[child.id] ?? 0) + 1
        gens.set(child, lastGen[child.id]!)
        this.seen.starts.push(`${this.nameOf(child)} ${src} ${words(input)}`)
      },
      stopped: (child) => gens.has(child) && this.seen.stops.push(this.nameOf(child)),
      told: (child, event) => gens.has(child) && this.seen.sends.push(`${this.nameOf(child)} ${words(event)}`),
      toldParent: (event) => this.seen.sends.push(`#_parent ${words(event)}`),
      did: (action, params) => this.seen.actions.push(`${action} ${words(params)}`),
      took: (transition) => this.seen.taken.push(transition),
    }
  }
}

const failed = (answer: object) => ({ ...answer, status: 'error' })
const done = (answer: object) => ({ ...answer, status: 'done' })
const isActive = (ref: any) => ref.getSnapshot().status === 'active'
