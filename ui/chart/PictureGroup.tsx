import { memo } from 'react'
import type { PlacedState } from '../../machines/kit/picture.ts'
import { asksLine, noteSize } from './measures.ts'
import type { StateMark } from './marks.ts'
import { type Shown, shownCount, stateLabel } from './named.ts'
import { stateStop } from './stops.ts'
import { clip, textWidth } from './text-width.ts'

export interface PictureGroupProps {
  state: PlacedState
  /** From its edge to its name. */
  inset: number
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
  const { state, inset, isRegion, mark, regions, selected, faded, current } = props
  const { x, y, w, h, path } = state
  const shown = shownOn(props)
  return (
    <g
      role="button"
      tabIndex={current ? 0 : -1}
      aria-pressed={selected}
      aria-label={stateLabel(state, asSeen(shown), mark)}
      className="tn-sc-group"
      data-stop={stateStop(path)}
      data-region={isRegion || undefined}
      data-status={mark?.status}
      data-faded={faded || undefined}
      transform={`translate(${x} ${y})`}
    >
      <rect className="tn-sc-ring" x={-4} y={-4} width={w + 8} height={h + 8} rx={18} />
      <rect className="tn-sc-box" x={0.5} y={0.5} width={w - 1} height={h - 1} rx={14} />
      <text className="tn-sc-title" x={inset} y={22}>
        {shown.name}
      </text>{' '}
      {shown.count !== null && (
        <text className="tn-sc-total" x={inset + widthOfTitle(shown.name, isRegion)} y={22}>
          {shown.count}
        </text>
      )}{' '}
      {shown.fact && (
        <text className={regions > 1 || mark?.note ? 'tn-sc-note' : 'tn-sc-asks'} x={w - 14} y={22} textAnchor="end">
          {shown.fact}
        </text>
      )}
    </g>
  )
})

/** The total stands right behind the name, and is there where the rest is out of sight. */
const asSeen = ({ name, count, fact }: Shown): Shown => ({ name: [name, count].filter(Boolean).join(' '), count, fact })

const titleSize = (isRegion: boolean) => (isRegion ? 11 : 13)
/** A title is a little bolder than the widths that are known. */
const widthOfTitle = (title: string, isRegion: boolean) => textWidth(title, titleSize(isRegion)) * 1.04 + 8

function shownOn({ state, inset, isRegion, regions, mark }: PictureGroupProps): Shown {
  const name = clip(state.name, state.w - inset - 16, titleSize(isRegion))
  const count = shownCount(mark)
  const side = regions > 1 ? `${regions} regions, at the same time` : (mark?.note ?? asksLine(state))
  const room = state.w - inset - widthOfTitle(name, isRegion) - 24 - (count === null ? 0 : 40)
  return { name, count, fact: room > 40 ? clip(side, room, noteSize) : '' }
}
