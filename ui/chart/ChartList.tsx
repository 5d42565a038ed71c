import { useEffect, useRef } from 'react'
import type { OutlinedTransition } from '../../machines/kit/outline.ts'
import type { Picture, PlacedState } from '../../machines/kit/picture.ts'
import { Button } from '../Button.tsx'
import { Glyph } from '../Glyph.tsx'
import './chart.css'
import type { ShownChart } from './marks.ts'
import { countWords, isChosen, transitionLabel } from './named.ts'
import { roleOf, roleWord } from './roles.ts'
import { TransitionWords } from './TransitionWords.tsx'

/** The picture's text twin: every state with who is waited for, how many are there, and its ways out. */
export function ChartList(props: ShownChart) {
  const list = useRef<HTMLUListElement>(null)
  const { selected, picture } = props
  const path = selected && 'state' in selected ? selected.state : null

  function jump(to: string) {
    props.onChoose({ state: to })
    list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(to)}"]`)?.focus()
  }

  useEffect(() => {
    if (path === null) return
    list.current?.querySelector(`[data-path="${CSS.escape(path)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [path])

  return (
    <ul className="tn-sc-list" ref={list} aria-label={`${picture.title}, as a list`}>
      {childrenOf(picture, '').map((state) => (
        <Item key={state.path} {...props} state={state} onJump={jump} />
      ))}
    </ul>
  )
}

const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('.')))
const childrenOf = ({ states }: Picture, path: string) =>
  states.filter((state) => state.path !== '' && parentOf(state.path) === path)

interface ItemProps extends ShownChart {
  state: PlacedState
  onJump(path: string): void
}

function Item(props: ItemProps) {
  const { picture, marks, selected, state, onChoose } = props
  const { path, name, description, invokes, announces } = state
  const mark = marks?.states?.[path]
  const ways = picture.transitions.filter(({ source }) => source === path)
  const inside = childrenOf(picture, path)
  return (
    <li data-status={mark?.status}>
      <button
        type="button"
        className="tn-sc-list-state"
        data-path={path}
        aria-pressed={isChosen(selected, { state: path })}
        onClick={() => onChoose({ state: path })}
      >
        <Glyph role={mark?.status === 'been' ? 'done' : roleOf(state)} size={12} />
        <b>{name}</b>
        <span>{[roleWord(state), statusWords(mark?.status), mark?.note].filter(Boolean).join(', ')}</span>
        <em>{countWords(mark)}</em>
      </button>
      {description && <p>{description}</p>}
      {invokes.length + announces.length > 0 && (
        <p className="tn-sc-said" data-kind="effect">
          {[...invokes, ...announces].map((effect) => `/ ${effect}`).join(' ')}
        </p>
      )}
      {ways.length > 0 && (
        <ul className="tn-sc-ways" aria-label={`Ways out of ${name}`}>
          {ways.map((way) => (
            <Way key={way.key} {...props} way={way} />
          ))}
        </ul>
      )}
      {inside.length > 0 && (
        <ul className="tn-sc-inside" aria-label={`Inside ${name}`}>
          {inside.map((child) => (
            <Item key={child.path} {...props} state={child} />
          ))}
        </ul>
      )}
    </li>
  )
}

const statusWords = (status: 'here' | 'been' | 'ahead' | undefined) =>
  status && { here: 'here now', been: 'passed', ahead: 'not yet' }[status]

function Way({ picture, marks, selected, way, onChoose, onSend, onJump }: ItemProps & { way: OutlinedTransition }) {
  const { key, target } = way
  const mark = marks?.transitions?.[key]
  const to = picture.states.find(({ path }) => path === target)
  const words = transitionLabel(way)
  return (
    <li data-taken={mark?.taken || mark?.now || undefined}>
      <button
        type="button"
        className="tn-sc-way"
        aria-pressed={isChosen(selected, { transition: key })}
        onClick={() => onChoose({ transition: key })}
      >
        <TransitionWords transition={way} />
        {mark?.note && <em>{mark.note}</em>}
      </button>
      {to ? (
        <button
          type="button"
          className="tn-link"
          aria-label={`${words} leads to ${to.name}`}
          onClick={() => onJump(to.path)}
        >
          {to.name}
        </button>
      ) : (
        <span className="tn-sc-stays">stays</span>
      )}
      {onSend && mark?.enabled && (
        <Button kind="outline" small aria-label={`Send ${words}`} onClick={() => onSend(way)}>
          Send
        </Button>
      )}
    </li>
  )
}
