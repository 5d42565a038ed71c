/** A chart as a Mermaid state diagram, readable in any Markdown viewer. The same chart gives the same text. */
import type { LeafTag } from '../../../machines/kit/flow.ts'
import type { Outline, OutlinedState, OutlinedTransition } from '../../../machines/kit/outline.ts'

const classes = `  classDef person stroke:#a86908,fill:#fef8ec,color:#7a4a00
  classDef us stroke:#3465c4,fill:#f2f6fd,color:#244f9f
  classDef problem stroke:#c0391f,fill:#fdece8,color:#9c2b15
  classDef healthy stroke:#0b6b4f,fill:#eff8f4,color:#0a6048
  classDef ended stroke:#47514c,fill:#eceeed,color:#2b3430`

const classOf: Readonly<Record<LeafTag, string>> = {
  'waiting on person': 'person',
  'waiting on us': 'us',
  problem: 'problem',
  healthy: 'healthy',
  ended: 'ended',
}

export function mermaid(outline: Outline): string {
  const [root] = outline.states
  if (!root) return 'stateDiagram-v2\n'
  const lines = [
    'stateDiagram-v2',
    classes,
    ...inside(outline, root, 1),
    ...outline.transitions.flatMap((transition) => lineOf(outline, transition)),
    ...outline.states.flatMap((state) => classLine(outline, state)),
  ]
  return `${lines.join('\n')}\n`
}

const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('.')))
const childrenOf = ({ states }: Outline, { path }: OutlinedState) =>
  states.filter((state) => state.path !== '' && parentOf(state.path) === path)
const nameOf = ({ id }: Outline, path: string) => `${id}${path && `.${path}`}`.replace(/[^A-Za-z0-9]/g, '_')

function inside(outline: Outline, state: OutlinedState, depth: number): string[] {
  const pad = '  '.repeat(depth)
  const regions = childrenOf(outline, state).map((child) => stateLines(outline, child, depth))
  const begins = state.initial === null ? [] : [`${pad}[*] --> ${nameOf(outline, state.initial)}`]
  const separated =
    state.kind === 'parallel'
      ? regions.flatMap((lines, index) => (index > 0 ? [`${pad}--`, ...lines] : lines))
      : regions.flat()
  return [...begins, ...separated]
}

function stateLines(outline: Outline, state: OutlinedState, depth: number): string[] {
  const pad = '  '.repeat(depth)
  const name = nameOf(outline, state.path)
  const key = state.path.slice(state.path.lastIndexOf('.') + 1)
  const label = [key, ...state.invokes.map((src) => `/ ${src}`)].map(plain).join('<br/>')
  const own = `${pad}state "${label}" as ${name}`
  if (childrenOf(outline, state).length > 0) return [`${own} {`, ...inside(outline, state, depth + 1), `${pad}}`]
  return state.kind === 'final' ? [own, `${pad}${name} --> [*]`] : [own]
}

function lineOf(outline: Outline, { source, target, cause, label, guard }: OutlinedTransition): string[] {
  if (target === null) return []
  const words = [cause === 'always' ? '' : plain(label), guard === null ? '' : `[${plain(guard)}]`]
  const said = words.filter(Boolean).join(' ')
  return [`  ${nameOf(outline, source)} --> ${nameOf(outline, target)}${said && `: ${said}`}`]
}

/** What Mermaid would read as its own. */
const plain = (text: string) => text.replace(/["#;<>{}\n]/g, (character) => `#${character.codePointAt(0)};`)

function classLine(outline: Outline, state: OutlinedState): string[] {
  const isLeaf = childrenOf(outline, state).length === 0
  return state.role !== null && isLeaf ? [`  class ${nameOf(outline, state.path)} ${classOf[state.role]}`] : []
}
