/**
 * What a chart must keep to so that the engine can run it durably, checked once, when it is registered.
 * What was not named cannot be found again after a deploy: a name is what rows, timers and journals hold on to.
 */
/* oxlint-disable typescript/no-explicit-any -- implementations and actions have all of XState's shapes at once */
import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { nodesOf } from './chart.ts'
import { delayProblems, historyProblems, invokeProblems, logicProblems } from './rules.ts'

/**
 * The problems that stand in the way of running `machine` durably, each a sentence naming the state; none is `[]`.
 * Not checked here: that context stays plain JSON, which only running it shows (the differential walk does).
 */
export function refuse(machine: AnyStateMachine): string[] {
  const { actors, actions, guards }: Record<string, Record<string, any>> = machine.implementations as any
  const problems = [
    ...Object.entries(actors!).flatMap(([name, logic]) => logicProblems(name, logic)),
    ...Object.entries(actions!).flatMap(([name, action]) =>
      action?.resolve ? actionProblems(machine, action, `Action '${name}'`) : [],
    ),
    ...Object.entries(guards!).flatMap(([name, guard]) =>
      guard?.check ? guardProblems(machine, guard, `Guard '${name}'`) : [],
    ),
    ...[...nodesOf(machine).values()].flatMap((node) => nodeProblems(machine, node)),
  ]
  return [...new Set(problems)]
}

function nodeProblems(machine: AnyStateMachine, node: AnyStateNode): string[] {
  const where = `State '${node.id}'`
  const transitions = [...[...node.transitions.values()].flat(), ...(node.always ?? [])]
  const initial = node.config.initial ? node.initial.actions : []
  const actions = [...node.entry, ...node.exit, ...initial, ...transitions.flatMap((transition) => transition.actions)]
  return [
    ...invokeProblems(machine, node),
    ...Object.keys(node.config.after ?? {}).flatMap((delay) => delayProblems(machine, delay, where, 'after')),
    ...actions.flatMap((action) => actionProblems(machine, action, where)),
    ...transitions.flatMap(({ guard }) => (guard === undefined ? [] : guardProblems(machine, guard, where))),
    ...transitions.flatMap((transition) => historyProblems(transition, where)),
  ]
}

/** A named action must be declared; of the inline ones only XState's own, whose asking is data the planner can read. */
function actionProblems(machine: AnyStateMachine, action: any, where: string): string[] {
  const name = typeof action === 'string' ? action : typeof action === 'object' ? action.type : undefined
  if (name !== undefined)
    return name in machine.implementations.actions ? [] : [`${where} runs the action '${name}', which is not declared.`]
  if (!action.resolve)
    return [`${where} runs an inline function as an action: declare it under 'actions' and use its name.`]
  if (action.type === 'xstate.spawnChild') return spawnProblems(machine, action, where)
  // XState itself puts these on a state with 'after', whose delays are checked there
  const ofAfter = typeof action.id === 'string' && action.id.startsWith('xstate.after.')
  if (action.delay === undefined || ofAfter) return []
  return delayProblems(machine, action.delay, where, action.type.slice('xstate.'.length))
}

function spawnProblems(machine: AnyStateMachine, { src, syncSnapshot }: any, where: string): string[] {
  if (syncSnapshot) return [`${where} spawns with 'syncSnapshot': a durable child answers once, when it is done.`]
  if (typeof src !== 'string') return [`${where} spawns inline logic: declare it under 'actors' and use its name.`]
  return src in machine.implementations.actors ? [] : [`${where} spawns '${src}', which is not declared.`]
}

function guardProblems(machine: AnyStateMachine, guard: any, where: string): string[] {
  if (Array.isArray(guard?.guards)) return guard.guards.flatMap((part: any) => guardProblems(machine, part, where))
  if (guard?.stateValue !== undefined) return []
  if (typeof guard === 'function')
    return [`${where} asks an inline guard: declare it under 'guards' and use its name, which "ignored" will give.`]
  const name = typeof guard === 'string' ? guard : guard.type
  return name in machine.implementations.guards ? [] : [`${where} asks the guard '${name}', which is not declared.`]
}
