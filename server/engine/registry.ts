/** The charts this engine runs, checked once, when it starts. */
import type { AnyStateMachine } from 'xstate'
import type { EffectDeclaration, FlowDefinition } from './definition.ts'
import { type ChartFacts, chartFacts } from './facts.ts'
import { refuse } from './planner/register.ts'
import { type Planner, planner } from './planner/planner.ts'
import { defaultRetry, type RetryPolicy } from './retry.ts'

export interface Registered {
  readonly id: string
  readonly version: string
  readonly flow: FlowDefinition
  readonly planner: Planner
  readonly facts: ChartFacts
  /** What a child's `src` is: work for a worker, or another chart. */
  readonly children: ReadonlyMap<string, ChildKind>
}
export type ChildKind = { effect: RegisteredEffect } | { machine: { id: string; version: string } }
export interface RegisteredEffect extends RetryPolicy {
  readonly identity: (input: unknown) => string
}

export interface Registry {
  /** Throws when no such version is registered: its actors are parked, not lost. */
  get(id: string, version: string): Registered
  /** Whether that version is registered. */
  has(id: string, version: string): boolean
  /** The version new actors are started with: the last one registered. */
  newest(id: string): Registered
}

/** Throws with every reason at once when a chart cannot be run durably. */
export function registry(flows: readonly FlowDefinition[]): Registry {
  const byVersion = new Map<string, Registered>()
  const newest = new Map<string, Registered>()
  for (const flow of flows) {
    const registered = register(flow)
    byVersion.set(`${registered.id}@${registered.version}`, registered)
    newest.set(registered.id, registered)
  }
  for (const { children, id } of byVersion.values())
    for (const child of children.values())
      if ('machine' in child && !byVersion.has(`${child.machine.id}@${child.machine.version}`))
        throw new Error(`Chart '${id}' invokes chart '${child.machine.id}', which is not registered. Register it too.`)
  return {
    get: (id, version) => byVersion.get(`${id}@${version}`) ?? unknown(`${id}, version ${version}`),
    has: (id, version) => byVersion.has(`${id}@${version}`),
    newest: (id) => newest.get(id) ?? unknown(id),
  }
}

const unknown = (name: string): never => {
  throw new Error(`No chart '${name}' is registered.`)
}

function register(flow: FlowDefinition): Registered {
  const { machine } = flow
  const problems = refuse(machine)
  if (problems.length > 0)
    throw new Error(`Chart '${machine.id}' cannot be run durably:\n${problems.map((p) => `  - ${p}`).join('\n')}`)
  return {
    id: machine.id,
    version: versionOf(machine),
    flow,
    planner: planner(machine),
    facts: chartFacts(flow),
    children: childrenOf(machine),
  }
}

function versionOf(machine: AnyStateMachine): string {
  if (!machine.version) throw new Error(`Chart '${machine.id}' has no version. Add \`version: '1'\` beside its id.`)
  return machine.version
}

function childrenOf(machine: AnyStateMachine): Map<string, ChildKind> {
  const kinds = new Map<string, ChildKind>()
  for (const [src, logic] of Object.entries(machine.implementations.actors)) kinds.set(src, kindOf(machine, src, logic))
  return kinds
}

function kindOf(machine: AnyStateMachine, src: string, logic: unknown): ChildKind {
  if (isMachine(logic)) return { machine: { id: logic.id, version: versionOf(logic) } }
  const { effect } = logic as { effect?: EffectDeclaration }
  if (!effect) throw new Error(`Chart '${machine.id}' invokes '${src}', which is neither an effect() nor a chart.`)
  const { identity, ...retry } = effect
  return { effect: { ...defaultRetry, ...retry, identity: identity as (input: unknown) => string } }
}

const isMachine = (logic: unknown): logic is AnyStateMachine =>
  typeof logic === 'object' && logic !== null && 'root' in logic && 'getStateNodeById' in logic
