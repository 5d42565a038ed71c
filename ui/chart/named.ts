/** What things are called when they are read out, and how search finds them. */
import type { OutlinedTransition } from '../../machines/kit/outline.ts'
import type { Picture, PlacedState } from '../../machines/kit/picture.ts'
import type { Chosen, StateMark } from './marks.ts'
import { roleWord } from './roles.ts'
import { readOut } from './text-width.ts'

const statuses = { here: 'here now', been: 'passed', ahead: 'not yet' } as const

/** What is written on a state, as far as there is room. */
export interface Shown {
  readonly name: string
  /** Its second line, or upper right on one that holds others. */
  readonly fact: string
  readonly count: string | null
}

export const shownCount = (mark: StateMark | undefined): string | null => mark?.count?.toLocaleString('en') ?? null

/** `Past due, / ask for card, 38 here, Problem`: what is seen first, as speech input needs it, then the rest. */
export function stateLabel(state: PlacedState, { name, fact, count }: Shown, mark: StateMark | undefined): string {
  const whole = name.endsWith('…') ? readOut(state.name) : null
  const status = mark?.status && statuses[mark.status]
  return [name, fact, count && `${count} here`, roleWord(state), status, whole].filter(Boolean).join(', ')
}

export const countWords = (mark: StateMark | undefined): string | undefined =>
  mark?.count === undefined ? undefined : `${mark.count.toLocaleString('en')} here`

export const transitionLabel = ({ label, guard }: OutlinedTransition): string =>
  guard === null ? label : `${label} [${guard}]`

export const isChosen = (chosen: Chosen, one: { state: string } | { transition: string }): boolean =>
  chosen !== null &&
  ('state' in one
    ? 'state' in chosen && chosen.state === one.state
    : 'transition' in chosen && chosen.transition === one.transition)

/** The names of what holds a state, outermost first, e.g. `Open / Standing`. */
export function whereIs({ states }: Picture, path: string): string {
  const holders = states.filter((state) => state.path !== '' && path.startsWith(`${state.path}.`))
  return holders.map(({ name }) => name).join(' / ')
}

export interface Found {
  readonly chosen: NonNullable<Chosen>
  readonly name: string
  /** Where it is, to tell two of one name apart. */
  readonly where: string
}

/** States and transitions with all the words in their name, path or event; states first. */
export function find(picture: Picture, words: string, most = 8): Found[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const matches = (...texts: string[]) => wanted.every((word) => texts.join(' ').toLowerCase().includes(word))
  const nameOf = (path: string) => picture.states.find((state) => state.path === path)?.name ?? path
  const states = picture.states
    .filter(({ path, name }) => path !== '' && matches(name, path))
    .map(({ path, name }): Found => ({ chosen: { state: path }, name, where: whereIs(picture, path) }))
  const transitions = picture.transitions
    .filter((transition) => matches(transition.label, transition.event, transition.guard ?? ''))
    .map((transition): Found => {
      const { key, source } = transition
      return { chosen: { transition: key }, name: transitionLabel(transition), where: `from ${nameOf(source)}` }
    })
  return [...states, ...transitions].slice(0, most)
}
