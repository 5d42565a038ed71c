/** One actor: the live chart, its journal beside it, and below it time itself. */
import { useMemo, useState } from 'react'
import type { Picture } from '../../../machines/kit/picture.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { ChartDetail } from '../../../ui/chart/ChartDetail.tsx'
import type { Chosen } from '../../../ui/chart/marks.ts'
import { Segments } from '../../../ui/Segments.tsx'
import type { ActorSeen, JournalEntry, Standing } from '../data/types.ts'
import { type At, lanesOf, leavesAt, marksAt } from '../journey.ts'
import { BesideView } from './BesideView.tsx'
import { JournalView } from './JournalView.tsx'
import { PastNotice } from './PastNotice.tsx'
import { Unreadable } from './Unreadable.tsx'
import { Timeline } from './Timeline.tsx'

export interface ActorViewProps {
  actor: ActorSeen
  /** Null: this build has no picture of that chart, or not of that version. */
  picture: Picture | null
  /** A page of the journal, oldest first. */
  entries: readonly JournalEntry[]
  /** The page is the whole journal. */
  isWhole: boolean
  /** Where the actor stood at the moment that is looked at; null while it is asked for, or cannot be said. */
  standing: Standing | null
  /** The moment that is looked at; null: now. */
  at: At | null
  chosen: Chosen
  onChoose(chosen: Chosen): void
  onGoTo(at: At | null): void
}

const panels = [
  { value: 'journal', label: 'Journal' },
  { value: 'beside', label: 'Beside it' },
  { value: 'chosen', label: 'State' },
] as const
type Panel = (typeof panels)[number]['value']

export function ActorView(props: ActorViewProps) {
  const { actor, picture, entries, at, chosen, onChoose, onGoTo } = props
  const [panel, setPanel] = useState<Panel>('journal')
  const { seq, micro } = at ?? { seq: actor.seq, micro: null }
  const shown = useMemo(() => ({ seq, micro }), [seq, micro])
  const now = at === null ? actor.now : (entries.find((entry) => entry.seq === seq)?.at ?? actor.now)
  const marks = useMemo(() => (picture ? marksAt(picture, entries, shown, now) : {}), [picture, entries, shown, now])
  // of several states it is in, the one the step led to
  const entered = entries.find((entry) => entry.seq === seq)?.entered[0]
  const lanes = useMemo(() => (picture ? lanesOf(picture, entries) : []), [picture, entries])

  function choose(next: Chosen) {
    onChoose(next)
    if (next) setPanel('chosen')
  }
  return (
    <div className="grid min-h-0 tablet:h-full tablet:grid-cols-[minmax(0,1fr)_minmax(320px,420px)] tablet:grid-rows-[minmax(0,1fr)_auto]">
      <section
        aria-label="Chart"
        className="relative h-[60dvh] min-h-72 border-b border-line tablet:h-auto tablet:border-b-0"
      >
        {picture && actor.readable === 'yes' ? (
          <Chart
            picture={picture}
            marks={marks}
            selected={chosen}
            onChoose={choose}
            label={labelOf(actor)}
            follow={entered ?? leavesAt(entries, shown)[0]}
          />
        ) : (
          <Unreadable actor={actor} />
        )}
        {at && <PastNotice onBack={() => onGoTo(null)} />}
      </section>
      <section
        aria-label="What belongs to it"
        className="order-last flex min-h-0 flex-col border-line bg-surface tablet:order-none tablet:border-s"
      >
        <div className="border-b border-line px-4 py-2.5">
          <Segments label="Show beside the chart" options={panels} value={panel} onPick={(next) => setPanel(next)} />
        </div>
        <div className="min-h-0 flex-1 overflow-auto">
          {panel === 'journal' && <JournalView {...props} shown={shown} />}
          {panel === 'beside' && <BesideView {...props} />}
          {panel === 'chosen' && picture && <ChartDetail picture={picture} chosen={chosen} onChoose={choose} />}
        </div>
      </section>
      <Timeline {...{ actor, picture, entries, lanes, shown, isNow: at === null, onGoTo }} />
    </div>
  )
}

const labelOf = ({ tenant, id }: ActorSeen) => `Chart of ${tenant?.name ?? id}`
