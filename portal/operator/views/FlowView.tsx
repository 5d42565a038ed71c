/** A flow's chart with its numbers, and beside it what is known of the state or the line that was clicked. */
import { useMemo } from 'react'
import type { Picture } from '../../../machines/kit/picture.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { ChartDetail } from '../../../ui/chart/ChartDetail.tsx'
import { ChartExport } from '../../../ui/chart/ChartExport.tsx'
import { mermaid } from '../../../ui/chart/export/mermaid.ts'
import { svgOf } from '../../../ui/chart/export/svg.ts'
import type { Chosen } from '../../../ui/chart/marks.ts'
import type { FlowSeen, WhoPage } from '../data/types.ts'
import { marksOf } from '../flow-marks.ts'
import { StateFigures, TransitionFigures } from './Figures.tsx'
import { WhoList } from './WhoList.tsx'

export interface FlowViewProps {
  picture: Picture
  flow: FlowSeen
  /** The chart's configuration as JSON; null while it is not at hand. */
  configuration: string | null
  chosen: Chosen
  /** Pages of those in the chosen state; null while they are asked for. */
  who: readonly WhoPage[] | null
  hasMore: boolean
  onMore(): void
  onChoose(chosen: Chosen): void
}

export function FlowView({ picture, flow, configuration, chosen, who, hasMore, onMore, onChoose }: FlowViewProps) {
  const marks = useMemo(() => marksOf(picture, flow), [picture, flow])
  const state = chosen && 'state' in chosen ? flow.states.find((one) => one.state === chosen.state) : undefined
  const isLeaf =
    state && picture.states.some(({ path, kind }) => path === state.state && (kind === 'atomic' || kind === 'final'))
  const transition =
    chosen && 'transition' in chosen ? flow.transitions.find((one) => one.transition === chosen.transition) : undefined
  return (
    <div className="grid min-h-0 tablet:h-full tablet:grid-cols-[minmax(0,1fr)_var(--tn-inspector)]">
      <section aria-label="Chart" className="h-[70dvh] min-h-80 tablet:h-auto tablet:min-h-0">
        <Chart picture={picture} marks={marks} selected={chosen} onChoose={onChoose}>
          <ChartExport
            name={picture.id}
            svg={() => svgOf(picture)}
            mermaid={() => mermaid(picture)}
            {...(configuration !== null && { xstate: () => configuration })}
          />
        </Chart>
      </section>
      <aside
        aria-label="What is known of it"
        className="min-h-0 overflow-auto border-t border-line bg-surface tablet:border-s tablet:border-t-0"
      >
        <ChartDetail picture={picture} chosen={chosen} onChoose={onChoose}>
          {state && <StateFigures {...{ picture, flow, state }} />}
          {transition && <TransitionFigures transition={transition} />}
          {isLeaf && <WhoList {...{ who, hasMore, onMore }} total={state.here} />}
        </ChartDetail>
      </aside>
    </div>
  )
}
