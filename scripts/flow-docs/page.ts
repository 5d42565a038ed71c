/** The page of one chart: its picture, and all of it in tables, for whoever has never seen the code. */
import type { EffectDeclaration } from '../../machines/kit/effect.ts'
import type { Flow } from '../../machines/kit/flow.ts'
import type { Outline, OutlinedTransition } from '../../machines/kit/outline.ts'
import { readableDuration } from '../../machines/kit/readable.ts'
import { readableName } from '../../machines/kit/readable.ts'
import { defaultRetry } from '../../server/engine/retry.ts'
import { roleWord } from '../../ui/chart/roles.ts'
import { code, plain, table } from './table.ts'

/** `pages` are the names of all charts' pages, by chart. */
export function flowPage(flow: Flow, outline: Outline, name: string, pages: ReadonlyMap<string, string>): string {
  const lines = [
    '<!-- Written by `npm run diagrams` from the chart; do not edit. -->',
    '',
    `# ${plain(outline.title)}`,
    '',
    ...(outline.summary ? [plain(outline.summary), ''] : []),
    `![The chart of ${plain(outline.title)}](${name}.svg)`,
    '',
    `Chart ${code(outline.id)}, version ${plain(outline.version)}. Also as [XState configuration](${name}.json) and as [Mermaid](../../machines/${name}/${name}.mmd).`,
    '',
    ...table('States', ['State', 'Waits for', 'What it means', 'Screen'], statesOf(outline)),
    ...table('Events', ['Event', 'What happened', 'Who may send it', 'Heard in'], eventsOf(flow, outline)),
    ...table('Timers', ['State', 'When', 'What for', 'Leads to'], timersOf(outline)),
    ...table(
      'Effects',
      ['Effect', 'What we do', 'Asked for in', 'Attempts', 'Back-off', 'Deadline'],
      effectsOf(flow, outline),
    ),
    ...table('Other charts it runs', ['Chart', 'What for', 'In'], childrenOf(outline, pages)),
    ...table(
      'Conditions',
      ['Guard', 'Open when'],
      Object.entries(outline.guards).map(([guard, words]) => [code(guard), plain(words)]),
    ),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

const depthOf = (path: string) => path.split('.').length - 1

function statesOf({ states }: Outline): string[][] {
  return states
    .filter(({ path }) => path !== '')
    .map((state) => {
      const indent = '&emsp;'.repeat(depthOf(state.path))
      const waits = state.role === null && state.kind === 'compound' ? '' : roleWord(state)
      return [`${indent}${plain(state.name)}`, waits, plain(state.description), code(state.screen ?? '')]
    })
}

const nameIn = ({ states }: Outline, path: string) => plain(states.find((state) => state.path === path)?.name ?? path)

/** Where each is, told apart by what holds it. */
function placesOf(outline: Outline, paths: readonly string[]): string {
  const names = [...new Set(paths)].map((path) => {
    const above = path.includes('.') ? `${nameIn(outline, path.slice(0, path.lastIndexOf('.')))} / ` : ''
    return above + nameIn(outline, path)
  })
  return names.join(', ')
}

function eventsOf(flow: Flow, outline: Outline): string[][] {
  const heard = Map.groupBy(
    outline.transitions.filter(({ cause }) => cause === 'event'),
    ({ event }) => event,
  )
  const types = [...new Set([...heard.keys(), ...Object.keys(flow.events)])].toSorted()
  return types.map((type) => {
    const transitions = heard.get(type) ?? []
    const words = transitions[0]?.description ?? flow.says?.events[type] ?? ''
    const paths = transitions.map(({ source }) => source)
    return [code(type), plain(words), sendersOf(flow, type), placesOf(outline, paths) || exchangedInto(flow, type)]
  })
}

function sendersOf({ policy, permissions }: Flow, type: string): string {
  const callers = policy[type]
  if (!callers) return 'only the engine'
  const permission = permissions?.[type]
  return callers
    .map((caller) => (caller === 'member' && permission ? `member with ${code(permission)}` : caller))
    .join(', ')
}

function exchangedInto({ exchanged }: Flow, type: string): string {
  const into = exchanged?.[type]
  return into ? `becomes ${into.map(code).join(' or ')}` : ''
}

const targetOf = (outline: Outline, { source, target, guard }: OutlinedTransition) => {
  const to = target === null || target === source ? 'stays' : nameIn(outline, target)
  return guard === null ? to : `${to}, if ${code(guard)}`
}

const timersOf = (outline: Outline): string[][] =>
  outline.transitions
    .filter(({ cause }) => cause === 'timer')
    .map((timer) => [
      placesOf(outline, [timer.source]),
      plain(timer.label),
      plain(timer.description),
      targetOf(outline, timer),
    ])

function effectsOf(flow: Flow, outline: Outline): string[][] {
  const { states, transitions, effects } = outline
  const asked = [...new Set(states.flatMap(({ invokes }) => invokes))].filter((name) => declarationOf(flow, name))
  const told = [...new Set([...states, ...transitions].flatMap(({ announces }) => announces))]
  const row = (name: string, declared: EffectDeclaration<never>, paths: string[], suffix = '') => {
    const { attempts, backoffMs, maxBackoffMs, deadlineMs } = { ...defaultRetry, ...declared }
    const backOff = `${readableDuration(backoffMs)} to ${readableDuration(maxBackoffMs)}`
    const words = plain(effects[name] ?? '') + suffix
    return [code(name), words, placesOf(outline, paths), String(attempts), backOff, readableDuration(deadlineMs)]
  }
  return [
    ...asked.map((name) =>
      row(
        name,
        declarationOf(flow, name)!,
        states.filter(({ invokes }) => invokes.includes(name)).map(({ path }) => path),
      ),
    ),
    ...told.map((name) => {
      const from = [
        ...states.filter(({ announces }) => announces.includes(name)).map(({ path }) => path),
        ...transitions.filter(({ announces }) => announces.includes(name)).map(({ source }) => source),
      ]
      return row(name, flow.announced![name]!, from, ' (nobody waits for it)')
    }),
  ]
}

function declarationOf({ machine }: Flow, name: string): EffectDeclaration<never> | undefined {
  const logic = (machine.implementations.actors as Record<string, { effect?: EffectDeclaration<never> } | undefined>)[
    name
  ]
  return logic?.effect
}

function childrenOf(outline: Outline, pages: ReadonlyMap<string, string>): string[][] {
  const names = [...new Set(outline.states.flatMap(({ invokes }) => invokes))].filter((name) => pages.has(name))
  return names.map((name) => {
    const paths = outline.states.filter(({ invokes }) => invokes.includes(name)).map(({ path }) => path)
    const words = plain(outline.effects[name] ?? '')
    return [`[${plain(readableName(name))}](${pages.get(name)}.md)`, words, placesOf(outline, paths)]
  })
}
