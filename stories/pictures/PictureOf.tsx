import { useState } from 'react'
import type { Picture } from '../../machines/kit/picture.ts'
import { Chart, type ChartProps } from '../../ui/chart/Chart.tsx'
import type { Chosen } from '../../ui/chart/marks.ts'
import { pictureOf } from './all.ts'

export interface PictureOfProps extends Omit<ChartProps, 'picture' | 'selected' | 'onChoose'> {
  /** The chart, by its id or as a picture of its own. */
  of: string | Picture
  selected?: Chosen
}

/** A chart as it stands on a page, with what is chosen remembered. */
export function PictureOf({ of, selected = null, ...props }: PictureOfProps) {
  const [chosen, setChosen] = useState<Chosen>(selected)
  const picture = typeof of === 'string' ? pictureOf(of) : of
  return (
    <main className="tenure-portal" style={{ height: '100vh' }}>
      <Chart {...props} picture={picture} selected={chosen} onChoose={setChosen} />
    </main>
  )
}
