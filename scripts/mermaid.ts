/** A chart as a Mermaid state diagram, readable in any Markdown viewer. The same chart gives the same text. */
import type { AnyStateMachine, AnyStateNode } from 'xstate'

const classes = `  classDef person stroke:#a86908,fill:#fef8ec,color:#7a4a00
  classDef us stroke:#3465c4,fill:#f2f6fd,color:#244f9f
  classDef problem stroke:#c0391f,fill:#fdece8,color:#9c2b15
  classDef healthy stroke:#0b6b4f,fill:#eff8f4,color:#0a6048
  classDef ended stroke:#47514c,fill:#eceeed,color:#2b3430`

const classOf: Readonly<Record<string, string>> = {
  'waiting on person': 'person',
  'waiting on us': 'us',
  problem: 'problem',
  healthy: 'healthy',
  ended: 'ended',
}

export function mermaid(machine: AnyStateMachine): string {
  const { root } = machine
  const lines = [
    'stateDiagram-v2',
    classes,
    ...inside(root, 1),
    ...all(root).flatMap(transitionsOf),
    ...classesOf(root),
  ]
  return `${lines.join('\n')}\n`
}

const childrenOf = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states)
const all = (node: AnyStateNode): AnyStateNode[] => [node, ...childrenOf(node).flatMap(all)]
const nameOf = (node: AnyStateNode) => node.id.replace(/[^A-Za-z0-9]/g, '_')

function inside(node: AnyStateNode, depth: number): string[] {
  const pad = '  '.repeat(depth)
  const regions = childrenOf(node).map((child) => stateLines(child, depth))
  const initial = node.type === 'parallel' ? [] : initialOf(node).map((line) => pad + line)
  const separated =
    node.type === 'parallel'
      ? regions.flatMap((lines, index) => (index > 0 ? [`${pad}--`, ...lines] : lines))
      : regions.flat()
  return [...initial, ...separated]
}

function initialOf(node: AnyStateNode): string[] {
  const target = node.config.initial === undefined ? undefined : node.initial.target[0]
  return target ? [`[*] --> ${nameOf(target)}`] : []
}

function stateLines(node: AnyStateNode, depth: number): string[] {
  const pad = '  '.repeat(depth)
  const asks = node.invoke.map(({ src }) => String(src))
  const label = [node.key, ...asks.map((src) => `/ ${src}`)].join('<br/>')
  const own = `${pad}state "${label}" as ${nameOf(node)}`
  if (childrenOf(node).length === 0) return node.type === 'final' ? [own, `${pad}${nameOf(node)} --> [*]`] : [own]
  return [`${own} {`, ...inside(node, depth + 1), `${pad}}`]
}

function transitionsOf(node: AnyStateNode): string[] {
  const transitions = [...node.transitions.values(), node.always ?? []].flat()
  return transitions.flatMap(({ eventType, guard, target, source }) => {
    if (!target) return []
    const label = [eventName(eventType), guardName(guard)].filter(Boolean).join(' ')
    return target.map((to: AnyStateNode) => `  ${nameOf(source)} --> ${nameOf(to)}${label && `: ${label}`}`)
  })
}

function eventName(type: string): string {
  const timer = /^xstate\.after\.([^.]+)\./.exec(type)
  if (timer) return `after ${timer[1]}`
  const answer = /^xstate\.(done|error)\.actor\.(.+)$/.exec(type)
  return answer ? `${answer[2]} ${answer[1] === 'done' ? 'done' : 'failed'}` : type
}

const guardName = (guard: unknown) => (typeof guard === 'string' ? `[${guard}]` : '')

function classesOf(root: AnyStateNode): string[] {
  return all(root).flatMap((node) => {
    const role = node.tags.map((tag) => classOf[tag]).find(Boolean)
    return role && childrenOf(node).length === 0 ? [`  class ${nameOf(node)} ${role}`] : []
  })
}
