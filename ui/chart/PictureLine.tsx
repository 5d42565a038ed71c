import { memo } from 'react'
import type { PlacedTransition, Point } from '../../machines/kit/picture.ts'
import { dotAt, headPath, linePath } from './lines.ts'
import { dot } from './measures.ts'

export interface PictureLineProps {
  transition: PlacedTransition
  taken: boolean
  now: boolean
  enabled: boolean
  selected: boolean
  faded: boolean
}

/** A line with its arrow. The wide one under it, which is not seen, is what can be pressed. */
export const PictureLine = memo(function PictureLine(props: PictureLineProps) {
  const { transition, taken, now, enabled, selected, faded } = props
  const { key, cause, points } = transition
  const path = linePath(points)
  return (
    <g
      className="tn-sc-line"
      data-transition={key}
      data-failed={cause === 'failed' || undefined}
      data-taken={taken || undefined}
      data-now={now || undefined}
      data-enabled={enabled || undefined}
      data-selected={selected || undefined}
      data-faded={faded || undefined}
    >
      <path className="tn-sc-hit" d={path} />
      <path className="tn-sc-edge" d={path} />
      <path className="tn-sc-head" d={headPath(points)} />
      {now && <circle className="tn-sc-token" r={5} style={{ offsetPath: `path("${path}")` }} />}
    </g>
  )
})

export interface PictureStartProps {
  points: readonly Point[]
  faded: boolean
}

/** From the dot to what a state begins with. */
export const PictureStart = memo(function PictureStart({ points, faded }: PictureStartProps) {
  const [x, y] = dotAt(points, dot / 2)
  return (
    <g className="tn-sc-start" data-faded={faded || undefined}>
      <circle cx={x} cy={y} r={dot / 2} />
      <path className="tn-sc-edge" d={linePath(points)} />
      <path className="tn-sc-head" d={headPath(points)} />
    </g>
  )
})
