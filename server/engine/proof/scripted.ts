/** Stands in for everything outside a live chart: its parent, its children and its custom actions, which only report. */
/* oxlint-disable typescript/no-explicit-any -- actor scopes and actor references are internal to XState */
import type { AnyEventObject, AnyStateMachine } from 'xstate'
import { keysOf } from '../planner/taken.ts'
import { nodesOf } from '../planner/chart.ts'

/** Who wants to know. */
export interface Listener {
  began(child: any, src: string, input: unknown): void
  stopped(child: any): void
  told(child: any, event: AnyEventObject): void
  toldParent(event: AnyEventObject): void
  did(action: string, params: unknown): void
  /** A transition's actions ran. */
  took(transition: string): void
}

/** The machine with every child scripted and every custom action and transition reported. Children answer to `$answer`. */
export function scripted(machine: AnyStateMachine, listener: Listener): AnyStateMachine {
  const { actors, actions } = machine.implementations as any
  const custom = Object.keys(actions).filter((name) => !actions[name]?.resolve)
  const told = machine.provide({
    actors: Object.fromEntries(Object.keys(actors).map((src) => [src, childLogic(src, listener)])),
    actions: {
      ...Object.fromEntries(custom.map((name) => [name, (_: unknown, params: unknown) => listener.did(name, params)])),
      $took: (_: unknown, params: unknown) => listener.took(params as string),
    },
  } as never)
  // the one sign of a transition that XState cannot give for one it drops: its actions run
  for (const [transition, params] of keysOf(nodesOf(told).values()))
    transition.actions = [{ type: '$took', params }, ...transition.actions] as never
  return told
}

/** A parent that only listens. */
export function parentLogic(listener: Listener): never {
  const transition = (state: unknown, event: AnyEventObject) => {
    if (!event.type.startsWith('xstate.')) listener.toldParent(event)
    return state
  }
  const getInitialSnapshot = () => ({ status: 'active' })
  return { transition, getInitialSnapshot, getPersistedSnapshot: (state: unknown) => state } as never
}

function childLogic(src: string, listener: Listener) {
  return {
    getInitialSnapshot: ({ self }: any, input: unknown) => {
      muteWhenStopped(self)
      return { status: 'active', input }
    },
    getPersistedSnapshot: (state: unknown) => state,
    start: ({ input }: any, { self }: any) => listener.began(self, src, input),
    transition: (state: any, event: AnyEventObject, { self }: any) => {
      if (event.type === '$answer') return { ...state, ...event.answer }
      if (event.type !== 'xstate.stop') {
        listener.told(self, event)
        return state
      }
      listener.stopped(self)
      return { ...state, status: 'stopped' }
    },
  }
}

/** XState's number for an actor that has ended. */
const stoppedForGood = 2

/** Mail to a stopped child is dropped either way; XState's development build would also warn of every one. */
function muteWhenStopped(ref: any) {
  const send = ref._send
  ref._send = (event: AnyEventObject) => {
    if (ref._processingStatus !== stoppedForGood) send.call(ref, event)
  }
}
