import type { OutlinedTransition } from '../../machines/kit/outline.ts'
import type { Picture, PlacedState } from '../../machines/kit/picture.ts'
import type { ReactNode } from 'react'
import { Chip } from '../Chip.tsx'
import './chart.css'
import type { Chosen } from './marks.ts'
import { whereIs } from './named.ts'
import { roleOf, roleWord } from './roles.ts'
import { TransitionWords } from './TransitionWords.tsx'

export interface ChartDetailProps {
  picture: Picture
  chosen: Chosen
  /** Makes the states it names into buttons. */
  onChoose?(chosen: Chosen): void
  /** What else is known of it, right after what it means. */
  children?: ReactNode
}

/** What is known of the chosen state or transition; of the whole chart when nothing is chosen. */
export function ChartDetail({ picture, chosen, onChoose, children }: ChartDetailProps) {
  const state = chosen && 'state' in chosen && picture.states.find(({ path }) => path === chosen.state)
  if (state) return <StateDetail {...{ picture, state, onChoose, children }} />
  const transition =
    chosen && 'transition' in chosen && picture.transitions.find(({ key }) => key === chosen.transition)
  if (transition) return <TransitionDetail {...{ picture, transition, onChoose, children }} />
  return (
    <section className="tn-sc-detail" aria-label={`About ${picture.title}`}>
      <h2>{picture.title}</h2>
      <p>{picture.summary || 'Choose a state or a line to read about it.'}</p>
    </section>
  )
}

type Within = Pick<ChartDetailProps, 'picture' | 'onChoose' | 'children'>

function StateDetail({ picture, state, onChoose, children }: Within & { state: PlacedState }) {
  const { path, name, description, screen, role, kind } = state
  const waysOut = picture.transitions.filter(({ source }) => source === path)
  const timers = waysOut.filter(({ cause }) => cause === 'timer')
  const others = waysOut.filter(({ cause }) => cause !== 'timer')
  const waysIn = picture.transitions.filter(({ source, target }) => target === path && source !== path)
  return (
    <section className="tn-sc-detail" aria-label={name}>
      <p className="tn-sc-where">{whereIs(picture, path)}</p>
      <header>
        <h2>{name}</h2>
        <Chip role={role === null && kind !== 'final' ? undefined : roleOf(state)}>{roleWord(state)}</Chip>
      </header>
      {description && <p>{description}</p>}
      {screen && (
        <p className="tn-sc-where">
          Shown on the screen <code>{screen}</code>
        </p>
      )}
      {children}
      <Part title="What we do">{effectsOf(picture, state)}</Part>
      <Part title="Timers">
        {timers.map((way) => (
          <Way key={way.key} {...{ picture, way, onChoose }} />
        ))}
      </Part>
      <Part title="Ways out">
        {others.map((way) => (
          <Way key={way.key} {...{ picture, way, onChoose }} />
        ))}
      </Part>
      <Part title="Ways in">
        {waysIn.map((way) => (
          <Way key={way.key} {...{ picture, way, onChoose }} isIn />
        ))}
      </Part>
    </section>
  )
}

function TransitionDetail({ picture, transition, onChoose, children }: Within & { transition: OutlinedTransition }) {
  const { source, target, guard, description, label } = transition
  return (
    <section className="tn-sc-detail" aria-label={label}>
      <p className="tn-sc-where">
        <StateName {...{ picture, path: source, onChoose }} />
        {target === null ? ', stays there' : ' to '}
        {target !== null && <StateName {...{ picture, path: target, onChoose }} />}
      </p>
      <header>
        <h2>{label}</h2>
      </header>
      {description && <p>{description}</p>}
      {children}
      <Part title="Only if">{guard !== null && <Named code={`[${guard}]`} words={picture.guards[guard]} />}</Part>
      <Part title="What we do">{effectsOf(picture, { invokes: [], announces: transition.announces })}</Part>
    </section>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  if (!children || (Array.isArray(children) && children.length === 0)) return null
  return (
    <div className="tn-sc-part">
      <h3>{title}</h3>
      <ul>{children}</ul>
    </div>
  )
}

const effectsOf = ({ effects }: Picture, { invokes, announces }: Pick<PlacedState, 'invokes' | 'announces'>) =>
  [...new Set([...invokes, ...announces])].map((name) => <Named key={name} code={`/ ${name}`} words={effects[name]} />)

/** The name in the chart, and what it means. */
function Named({ code, words }: { code: string; words: string | undefined }) {
  return (
    <li>
      <span className="tn-sc-said" data-kind={code.startsWith('[') ? 'guard' : 'effect'}>
        {code}
      </span>
      {words && <small>{words}</small>}
    </li>
  )
}

function Way({ picture, way, onChoose, isIn }: Within & { way: OutlinedTransition; isIn?: boolean }) {
  const { source, target, guard, description } = way
  const guardWords = guard === null ? undefined : picture.guards[guard]
  return (
    <li>
      <TransitionWords transition={way} />
      <small>
        {target === null ? 'stays here' : isIn ? 'from ' : 'to '}
        {target !== null && <StateName {...{ picture, path: isIn ? source : target, onChoose }} />}
      </small>
      {description && <small>{description}</small>}
      {guardWords && <small>Only if {guardWords}</small>}
    </li>
  )
}

function StateName({ picture, path, onChoose }: Within & { path: string }) {
  const name = picture.states.find((state) => state.path === path)?.name ?? path
  if (!onChoose) return <>{name}</>
  return (
    <button type="button" className="tn-link" onClick={() => onChoose({ state: path })}>
      {name}
    </button>
  )
}
