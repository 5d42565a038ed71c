/** What belongs to what the reader chose: itself, what holds it, its lines and their other ends. */
import type { Picture } from '../../machines/kit/picture.ts'
import type { Chosen } from './marks.ts'

export interface Connected {
  readonly states: ReadonlySet<string>
  readonly transitions: ReadonlySet<string>
}

export function connectedTo({ states, transitions }: Picture, chosen: NonNullable<Chosen>): Connected {
  const isLine =
    'state' in chosen
      ? ({ source, target }: { source: string; target: string | null }) =>
          source === chosen.state || target === chosen.state || holds(source, chosen.state)
      : ({ key }: { key: string }) => key === chosen.transition
  const lines = transitions.filter(isLine)
  const ends = lines.flatMap(({ source, target }) => (target === null ? [source] : [source, target]))
  const near = new Set('state' in chosen ? [chosen.state, ...ends] : ends)
  const within = states.filter(({ path }) =>
    [...near].some((end) => holds(path, end) || ('state' in chosen && holds(chosen.state, path))),
  )
  return {
    states: new Set([...near, ...within.map(({ path }) => path)]),
    transitions: new Set(lines.map(({ key }) => key)),
  }
}

const holds = (outer: string, inner: string) => outer === '' || inner.startsWith(`${outer}.`)
