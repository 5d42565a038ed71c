import { memo } from 'react'
import type { PlacedState } from '../../machines/kit/picture.ts'
import { shapes, type Role } from '../glyph-shapes.ts'
import type { StateMark } from './marks.ts'
import { asksLine, nameInset, nameSize, nodeHeight, nodeRadius, noteSize } from './measures.ts'
import { type Shown, shownCount, stateLabel } from './named.ts'
import { cardLabel, PictureCard, shownOnCard } from './PictureCard.tsx'
import { roleOf } from './roles.ts'
import { stateStop } from './stops.ts'
import { clip, textWidth } from './text-width.ts'

export interface PictureNodeProps {
  state: PlacedState
  mark: StateMark | undefined
  selected: boolean
  faded: boolean
  /** The keyboard stands here. */
  current: boolean
  /** It has rows for transitions that stay in it. */
  hasRows: boolean
  /** It is a whole chart. */
  isCard: boolean
}

/** A state without others inside: who is waited for, its name, how many are here, and one fact. */
export const PictureNode = memo(function PictureNode(props: PictureNodeProps) {
  const { state, mark, selected, faded, current, hasRows, isCard } = props
  const { x, y, w, h, path } = state
  const status = mark?.status
  const shown = isCard ? shownOnCard(state, mark) : shownOn(state, mark)
  const role: Role = status === 'been' ? 'done' : status === 'ahead' ? 'idle' : roleOf(state)
  return (
    <g
      role="button"
      tabIndex={current ? 0 : -1}
      aria-pressed={selected}
      aria-label={isCard ? cardLabel(state, shown, mark) : stateLabel(state, shown, mark)}
      className="tn-sc-node"
      data-stop={stateStop(path)}
      data-role={role}
      data-status={status}
      data-faded={faded || undefined}
      transform={`translate(${x} ${y})`}
    >
      <rect className="tn-sc-ring" x={-4} y={-4} width={w + 8} height={h + 8} rx={nodeRadius + 4} />
      {state.kind === 'history' ? (
        <History state={state} />
      ) : isCard ? (
        <PictureCard state={state} shown={shown} />
      ) : (
        <Body
          {...{ state, shown, role, hasRows }}
          isNote={mark?.note !== undefined || shown.fact !== asksLine(state)}
        />
      )}
    </g>
  )
})

function History({ state: { w, h } }: { state: PlacedState }) {
  return (
    <>
      <circle className="tn-sc-box" cx={w / 2} cy={h / 2} r={w / 2} />
      <text className="tn-sc-name" x={w / 2} y={h / 2 + 4} textAnchor="middle">
        H
      </text>
    </>
  )
}

function shownOn(state: PlacedState, mark: StateMark | undefined): Shown {
  if (state.kind === 'history') return { name: 'H', fact: '', count: null }
  const room = state.w - nameInset - 10
  const count = shownCount(mark)
  const fact = clip(mark?.note ?? asksLine(state), room, noteSize)
  const nameRoom = count === null ? room : room - textWidth(count, 12.5) - 8
  // a large number goes below rather than at the name's cost
  if (count !== null && fact === '' && textWidth(state.name, nameSize) > nameRoom)
    return { name: clip(state.name, room, nameSize), fact: `${count} here`, count: null }
  return { name: clip(state.name, nameRoom, nameSize), fact, count }
}

interface BodyProps {
  state: PlacedState
  shown: Shown
  role: Role
  /** The second line is a mark's note, not what the state asks for. */
  isNote: boolean
  hasRows: boolean
}

function Body({ state: { w, h, kind }, shown: { name, fact, count }, role, isNote, hasRows }: BodyProps) {
  return (
    <>
      <rect className="tn-sc-box" width={w} height={h} rx={nodeRadius} />
      {kind === 'final' && (
        <rect className="tn-sc-inner" x={3} y={3} width={w - 6} height={h - 6} rx={nodeRadius - 3} />
      )}
      <PictureGlyph role={role} x={10} y={fact ? 9 : 16} />
      <text className="tn-sc-name" x={nameInset} y={fact ? 19 : 26}>
        {name}
      </text>{' '}
      {fact && (
        <text className={isNote ? 'tn-sc-note' : 'tn-sc-asks'} x={nameInset} y={35}>
          {fact}
        </text>
      )}{' '}
      {count !== null && (
        <text className="tn-sc-count" x={w - 10} y={fact ? 19 : 26}>
          {count}
        </text>
      )}{' '}
      {hasRows && <path className="tn-sc-rule" d={`M1 ${nodeHeight}H${w - 1}`} />}
    </>
  )
}

/** The role's glyph within a picture, 12 px. */
export function PictureGlyph({ role, x, y }: { role: Role; x: number; y: number }) {
  return (
    <g className="tn-glyph" data-role={role} transform={`translate(${x} ${y})`}>
      {shapes[role].map(([kind, path]) => (
        <path key={kind} className={`tn-g-${kind}`} d={path} />
      ))}
    </g>
  )
}
