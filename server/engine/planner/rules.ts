/** The rules of registration that need no other: actor logic, invokes, delays and history. */
/* oxlint-disable typescript/no-explicit-any -- XState's internal shapes of logic, invokes and transitions */
import type { AnyStateMachine, AnyStateNode } from 'xstate'

/** Only work with one answer, or a child chart, can be started again after a crash. */
export function logicProblems(name: string, logic: any): string[] {
  if (logic?.config?.states || logic?.root || answersOnce(logic)) return []
  return [`Actor '${name}' is neither a promise nor a machine: callbacks and observables do not survive a restart.`]
}

/** XState marks no logic with its kind, but only promise logic takes this event as its end. */
function answersOnce(logic: any): boolean {
  try {
    const active = { status: 'active', output: undefined, error: undefined, input: undefined }
    return logic.transition(active, { type: 'xstate.promise.resolve', data: 1 }, { self: {} }).status === 'done'
  } catch {
    return false
  }
}

export function invokeProblems(machine: AnyStateMachine, node: AnyStateNode): string[] {
  const where = `State '${node.id}'`
  return [node.config.invoke ?? []].flat().flatMap(({ id, src, onSnapshot }: any) => {
    const problems: string[] = []
    if (typeof src !== 'string')
      problems.push(`${where} invokes inline logic: declare it under 'actors' and use its name.`)
    else if (!(src in machine.implementations.actors))
      problems.push(`${where} invokes '${src}', which is not declared.`)
    if (typeof id !== 'string')
      problems.push(`${where} invokes '${String(src)}' without an id: rows and results are keyed by it.`)
    else if (/[#/]|^x:/.test(id))
      problems.push(`${where} invokes under the id '${id}': '#', '/' and 'x:' are the engine's own.`)
    if (onSnapshot) problems.push(`${where} listens with 'onSnapshot': a durable child answers once, when it is done.`)
    return problems
  })
}

/** `user` is what takes the delay: `after`, `raise` or `sendTo`. */
export function delayProblems(machine: AnyStateMachine, delay: unknown, where: string, user: string): string[] {
  if (typeof delay === 'function' || !Number.isNaN(Number(delay)))
    return [`${where} has an unnamed delay (${user} ${String(delay)}): declare it under 'delays' and use its name.`]
  return String(delay) in machine.implementations.delays
    ? []
    : [`${where} waits for the delay '${String(delay)}', which is not declared.`]
}

/** XState enters a state again without having left it when a history target resolves to the transition's own source. */
export function historyProblems({ source, target, reenter }: any, where: string): string[] {
  if (reenter) return []
  const targets: AnyStateNode[] = target ?? []
  return targets
    .filter((node) => node.type === 'history' && mayRestore(node, source))
    .map((node) => `${where} targets '${node.id}', which may restore that very state: add 'reenter: true'.`)
}

function mayRestore(history: any, source: AnyStateNode): boolean {
  if (defaultsOf(history).includes(source)) return true
  if (history.history !== 'deep') return source.parent === history.parent
  const isLeaf = Object.keys(source.states).length === 0
  return isLeaf && ancestors(source).includes(history.parent)
}

/** Where a history state leads before there is any history. */
export function defaultsOf({ parent, config }: any): AnyStateNode[] {
  if (!config.target) return parent.type === 'parallel' ? [parent] : parent.initial.target
  return [config.target].flat().map((target: string) => {
    const path = target.startsWith('.') ? target.slice(1) : target
    if (path.startsWith('#')) return parent.machine.getStateNodeById(path.slice(1))
    return path.split('.').reduce((node: any, key: string) => node?.states[key], parent)
  })
}

function ancestors(node: AnyStateNode): AnyStateNode[] {
  return node.parent ? [node.parent, ...ancestors(node.parent)] : []
}
