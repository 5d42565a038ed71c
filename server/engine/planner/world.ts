/**
 * The world one step is planned in: as much of an actor system as XState touches, in which nothing runs.
 * Made anew for every step, so that nothing can pass from one step to the next but through the row.
 */
/* oxlint-disable typescript/no-explicit-any -- XState does not export the types of its actor scope and its actions */
import { type Child, PARENT, SELF } from './row.ts'
import type { Microstep } from './taken.ts'

/** One action XState resolved and would have run. */
export interface Asked {
  type: string
  params: any
}

/** An actor as XState holds it: one of ours that was there before, or one it just made from `inert`. */
export type Ref = Stub | { id: string; src: unknown; systemId?: string; getSnapshot(): any }

/** Logic of every child started here: keeps its input, never runs. */
export const inert = {
  config: undefined,
  transition: (snapshot: unknown) => snapshot,
  getInitialSnapshot: (_: unknown, input: unknown) => ({ status: 'active', input }),
  getPersistedSnapshot: (snapshot: unknown) => snapshot,
} as never

/** Stands for an actor that was there before this step. */
export class Stub {
  sessionId = ''
  id: string
  system: World
  src: string | undefined
  /** Generation; undefined for the actor itself and its parent. */
  gen: number | undefined
  /** Whether it still reads its mail: it is the child of that id and generation, and has not answered. */
  open: boolean
  _parent: Stub | undefined
  snapshot: unknown = { status: 'active' }

  constructor(id: string, system: World, child?: Child, gen = child?.gen) {
    this.id = id
    this.system = system
    this.src = child?.src
    this.gen = gen
    this.open = child !== undefined && !child.done
  }

  get ref() {
    return this
  }

  getSnapshot() {
    return this.snapshot
  }

  send() {}

  toJSON() {
    return { xstate$$type: 1, id: this.id }
  }
}

/** The actor system of one step: names and system ids. Methods with an underscore are called by XState. */
export class World {
  /** What XState would have run, in order. */
  asked: Asked[] = []
  /** Every microstep, in order. */
  microsteps: Microstep[] = []
  /** How many names have been given to children the chart left unnamed. */
  booked: number
  /** System ids. */
  named = new Map<string, unknown>()
  self = new Stub(SELF, this)
  scope: any

  constructor(booked: number) {
    this.booked = booked
    this.self._parent = new Stub(PARENT, this)
    const system = { self: this.self, id: '', sessionId: '', system: this }
    this.scope = { ...system, logger: noop, defer: noop, stopChild: noop, emit: noop, actionExecutor: this._ask }
  }

  get = (name: string) => this.named.get(name)

  _ask = (action: Asked) => {
    this.asked.push(action)
    if (action.type === 'xstate.stopChild' && action.params) this._unregister(action.params)
  }

  _bookId = () => `x:${this.booked++}`

  _set = (name: string, ref: unknown) => {
    if (this.named.has(name)) throw new Error(`Actor with system ID '${name}' already exists.`)
    this.named.set(name, ref)
  }

  _unregister = (ref: unknown) => {
    for (const [name, other] of this.named) if (other === ref) this.named.delete(name)
  }

  _sendInspectionEvent = (told: any) => {
    if (told.type === '@xstate.microstep') this.microsteps.push(told)
  }
}

const noop = () => {}
