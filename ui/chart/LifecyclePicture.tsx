import type { Picture } from '../../machines/kit/picture.ts'
import { ChartPicture } from './ChartPicture.tsx'
import type { StateMark } from './marks.ts'

export interface LifecyclePictureProps {
  /** `machines/lifecycle.picture.json`. */
  picture: Picture
  /** What is known of each chart, by its id: how many actors it has now. */
  marks?: Readonly<Record<string, StateMark>>
  /** With the chart's id. */
  onOpen(chart: string): void
}

/** The whole lifecycle: every chart a box in its group, with a line to what it sets going. A press opens the chart. */
export function LifecyclePicture({ picture, marks = {}, onOpen }: LifecyclePictureProps) {
  const states = Object.fromEntries(
    picture.states.flatMap(({ path }) => {
      const mark = marks[chartAt(path)]
      return mark ? [[path, mark]] : []
    }),
  )
  return (
    <ChartPicture
      asCards
      picture={picture}
      marks={{ states }}
      selected={null}
      onChoose={(chosen) => {
        if (chosen && 'state' in chosen && chosen.state.includes('.')) onOpen(chartAt(chosen.state))
      }}
    />
  )
}

const chartAt = (path: string) => path.slice(path.lastIndexOf('.') + 1)
