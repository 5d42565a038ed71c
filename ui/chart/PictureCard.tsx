import type { PlacedState } from '../../machines/kit/picture.ts'
import type { StateMark } from './marks.ts'
import { cardInset, cardLine, cardTitle, cardTitleTop, nodeRadius } from './measures.ts'
import { type Shown, shownCount, stateLabel } from './named.ts'

/** What stands on a whole chart's card: its title and how many actors it has. What it is for is read out with it. */
export const shownOnCard = (state: PlacedState, mark: StateMark | undefined): Shown => ({
  name: cardTitle(state).join(' '),
  fact: state.description,
  count: shownCount(mark),
})

/** What stands on it first, then what it is for. */
export const cardLabel = (state: PlacedState, shown: Shown, mark: StateMark | undefined): string =>
  [stateLabel(state, { ...shown, fact: '' }, mark), shown.fact].filter(Boolean).join(', ')

export function PictureCard({ state, shown: { fact, count } }: { state: PlacedState; shown: Shown }) {
  const { w, h } = state
  const lines = cardTitle(state)
  return (
    <>
      <title>{fact}</title>
      <rect className="tn-sc-box" width={w} height={h} rx={nodeRadius} />
      {lines.map((line, index) => (
        <text key={line} className="tn-sc-title" x={cardInset} y={cardTitleTop(lines.length) + index * cardLine}>
          {line}{' '}
        </text>
      ))}
      {count !== null && (
        <text className="tn-sc-count" x={w - cardInset} y={cardTitleTop(1)}>
          {count}
        </text>
      )}
    </>
  )
}
