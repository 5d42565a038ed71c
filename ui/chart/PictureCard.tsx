import type { PlacedState } from '../../machines/kit/picture.ts'
import type { StateMark } from './marks.ts'
import { cardLine, cardLines, cardWidth, nodeRadius } from './measures.ts'
import { type Shown, shownCount } from './named.ts'
import { clip, textWidth } from './text-width.ts'

/** What stands on a whole chart's box: its title, what it is for, and how many actors it has. */
export function shownOnCard(state: PlacedState, mark: StateMark | undefined): Shown {
  const count = shownCount(mark)
  const room = cardWidth - 24 - (count === null ? 0 : textWidth(count, 12.5) + 8)
  return { name: clip(state.name, room, 13), fact: cardLines(state).join(' '), count }
}

export function PictureCard({ state, shown: { name, count } }: { state: PlacedState; shown: Shown }) {
  const { w, h } = state
  const lines = cardLines(state)
  const first = lines.length > 0 ? 22 : 27
  return (
    <>
      <rect className="tn-sc-box" width={w} height={h} rx={nodeRadius} />
      <text className="tn-sc-title" x={12} y={first}>
        {name}
      </text>{' '}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never change their order
        <text key={index} className="tn-sc-note" x={12} y={40 + index * cardLine}>
          {line}{' '}
        </text>
      ))}
      {count !== null && (
        <text className="tn-sc-count" x={w - 12} y={first}>
          {count}
        </text>
      )}
    </>
  )
}
