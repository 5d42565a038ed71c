import { memo } from 'react'
import type { PlacedState } from '../../machines/kit/picture.ts'
import { asksLine, noteSize } from './measures.ts'
import type { StateMark } from './marks.ts'
import { stateLabel } from './named.ts'
import { stateStop } from './stops.ts'
import { clip, textWidth } from './text-width.ts'

export interface PictureGroupProps {
  state: PlacedState
  /** One of several that run at the same time. */
  isRegion: boolean
  /** How many run in it at the same time; 0 when they do not. */
  regions: number
  mark: StateMark | undefined
  selected: boolean
  faded: boolean
  current: boolean
}

/** A state that holds others: its name and total upper left, what it asks for upper right. */
export const PictureGroup = memo(function PictureGroup(props: PictureGroupProps) {
  const { state, isRegion, regions, mark, selected, faded, current } = props
  const { x, y, w, h, path } = state
  return (
    <g
      role="button"
      tabIndex={current ? 0 : -1}
      aria-pressed={selected}
      aria-label={stateLabel(state, mark)}
      className="tn-sc-group"
      data-stop={stateStop(path)}
      data-region={isRegion || undefined}
      data-status={mark?.status}
      data-faded={faded || undefined}
      transform={`translate(${x} ${y})`}
    >
      <rect className="tn-sc-ring" x={-4} y={-4} width={w + 8} height={h + 8} rx={18} />
      <rect className="tn-sc-box" x={0.5} y={0.5} width={w - 1} height={h - 1} rx={14} />
      <Head state={state} mark={mark} isRegion={isRegion} regions={regions} />
    </g>
  )
})

type HeadProps = Pick<PictureGroupProps, 'state' | 'mark' | 'isRegion' | 'regions'>

function Head({ state, mark, isRegion, regions }: HeadProps) {
  const { w, name } = state
  const size = isRegion ? 11 : 13
  const count = mark?.count?.toLocaleString('en')
  const side = regions > 1 ? `${regions} regions, at the same time` : (mark?.note ?? asksLine(state))
  const title = clip(name, w - 32, size)
  const from = 16 + textWidth(title, size) * 1.04 + 8
  const sideRoom = w - from - 24 - (count === undefined ? 0 : 40)
  return (
    <>
      <text className="tn-sc-title" x={16} y={22}>
        {title}
      </text>
      {count !== undefined && (
        <text className="tn-sc-total" x={from} y={22}>
          {count}
        </text>
      )}
      {side && sideRoom > 40 && (
        <text className={regions > 1 || mark?.note ? 'tn-sc-note' : 'tn-sc-asks'} x={w - 14} y={22} textAnchor="end">
          {clip(side, sideRoom, noteSize)}
        </text>
      )}
    </>
  )
}
