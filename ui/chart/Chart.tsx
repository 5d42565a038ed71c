import { type ReactNode, useState } from 'react'
import { Segments } from '../Segments.tsx'
import { ChartLegend } from './ChartLegend.tsx'
import { ChartList } from './ChartList.tsx'
import { ChartPicture } from './ChartPicture.tsx'
import { ChartSearch } from './ChartSearch.tsx'
import type { Chosen, ShownChart } from './marks.ts'

type Way = 'picture' | 'list'

export interface ChartProps extends ShownChart {
  label?: string
  /** A state that is kept in sight while it changes, by path. */
  follow?: string | undefined
  /** What is shown first. Default: the picture. */
  as?: Way
  /** Only what belongs to what is chosen, to begin with. */
  focusMode?: boolean
  /** Further controls at the end of the bar. */
  children?: ReactNode
}

const ways: readonly { value: Way; label: string }[] = [
  { value: 'picture', label: 'Picture' },
  { value: 'list', label: 'List' },
]

/** A chart to read and to walk in: as a picture or as a list, with search, focus and legend. It fills what holds it. */
export function Chart({ as = 'picture', focusMode = false, children, ...props }: ChartProps) {
  const { picture, selected, onChoose } = props
  const [way, setWay] = useState<Way>(as)
  const [focusOnChosen, setFocusOnChosen] = useState(focusMode)
  const [goTo, setGoTo] = useState<{ chosen: NonNullable<Chosen> }>()

  function found(chosen: NonNullable<Chosen>) {
    onChoose(chosen)
    setGoTo({ chosen })
  }

  /** What was found before is not gone to once more. */
  function look(as: Way) {
    setGoTo(undefined)
    setWay(as)
  }

  return (
    <div className="tn-sc-chart">
      <div className="tn-sc-bar">
        <ChartSearch picture={picture} onFind={found} />
        <label className="tn-sc-focus">
          <input type="checkbox" checked={focusOnChosen} onChange={(event) => setFocusOnChosen(event.target.checked)} />
          Only what is connected
        </label>
        <span className="tn-sc-gap" />
        {children}
        <Segments<Way> label="Show as" options={ways} value={way} onPick={look} />
      </div>
      {way === 'picture' ? (
        <ChartPicture {...props} focusOnChosen={focusOnChosen && selected !== null} goTo={goTo} />
      ) : (
        <div className="tn-sc-scroll">
          <ChartList {...props} />
        </div>
      )}
      <ChartLegend />
    </div>
  )
}
