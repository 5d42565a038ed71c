/**
 * What can be said of a chart in a given state without running it: its tags, its screen, and which events an active
 * state has a transition for. Worked out once per state value.
 */
import type { AnyStateMachine, AnyStateNode, StateValue } from 'xstate'
import type { CallerKind, FlowDefinition } from './definition.ts'

export interface StateFacts {
  readonly tags: readonly string[]
  /** Events, by who may send them, that an active state has a transition for. Guards decide when one is sent. */
  readonly enabled: Readonly<Record<CallerKind, readonly string[]>>
}
export interface ChartFacts {
  of(value: StateValue): StateFacts
}

/** Parallel charts have many values; rare ones are worked out again. */
const REMEMBERED = 2000

export function chartFacts({ machine, events, policy, exchanged = {} }: FlowDefinition): ChartFacts {
  const known = new Map<string, StateFacts>()
  const types = Object.keys(events)

  function workOut(value: StateValue): StateFacts {
    const nodes: AnyStateNode[] = machine.resolveState({ value } as never)._nodes
    const handled = new Set(nodes.flatMap((node) => [...node.transitions.keys()]))
    const possible = types.filter((type) => [type, ...(exchanged[type] ?? [])].some((name) => handled.has(name)))
    const forCaller = (caller: CallerKind) => possible.filter((type) => policy[type]?.includes(caller))
    return {
      tags: [...new Set(nodes.flatMap((node) => node.tags))],
      enabled: {
        visitor: forCaller('visitor'),
        member: forCaller('member'),
        operator: forCaller('operator'),
        system: forCaller('system'),
      },
    }
  }

  return {
    of(value) {
      const key = JSON.stringify(value)
      let facts = known.get(key)
      if (!facts) {
        if (known.size >= REMEMBERED) known.clear()
        known.set(key, (facts = workOut(value)))
      }
      return facts
    },
  }
}

/** The names of all states of a chart that lead nowhere below: every one has a tag and a screen. */
export const leavesOf = (machine: AnyStateMachine): AnyStateNode[] =>
  [...(machine as unknown as { idMap: Map<string, AnyStateNode> }).idMap.values()].filter(
    (node) => node.type === 'atomic' || node.type === 'final',
  )
