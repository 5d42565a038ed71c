/** The chart of a story, or of one it runs, as it stands at the step that is shown. What can happen can be pressed. */
import { useMemo, useState } from 'react'
import { ChartPicture } from '../../ui/chart/ChartPicture.tsx'
import type { Chosen } from '../../ui/chart/marks.ts'
import { Segments } from '../../ui/Segments.tsx'
import { pictureOf } from '../pictures/all.ts'
import { leavesOf, marksOf } from './marks.ts'
import type { Offer } from './offers.ts'
import type { Playing } from './usePlayer.ts'

export interface ChartSideProps {
  playing: Playing
  offers: readonly Offer[]
  onTake(offer: Offer): void
}

export function ChartSide({ playing, offers, onTake }: ChartSideProps) {
  const { steps, isPast, now } = playing
  const step = steps.at(-1)!
  const [wanted, setWanted] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Chosen>(null)
  const running = Object.keys(step.seen)
  // a chart with a screen of its own is the one that is acted on
  const of = wanted !== null && running.includes(wanted) ? wanted : running.includes('payment') ? 'payment' : ''
  const picture = pictureOf(step.seen[of]!.machine.id)
  const second = Math.floor(now / 1000)
  const marks = useMemo(
    () => marksOf(picture, steps, of, now, offers),
    // oxlint-disable-next-line react/exhaustive-deps -- anew for each step, and each second of the notes
    [picture, steps.length, of, second, offers],
  )
  return (
    <div className="tn-play-chart">
      {running.length > 1 && (
        <div className="tn-play-tabs">
          <Segments
            label="Chart"
            options={running.map((name) => ({ value: name, label: pictureOf(step.seen[name]!.machine.id).title }))}
            value={of}
            onPick={setWanted}
          />
        </div>
      )}
      <ChartPicture
        key={picture.id}
        picture={picture}
        marks={marks}
        selected={chosen}
        onChoose={setChosen}
        follow={leavesOf(step, of)[0]}
        label={`Chart of ${picture.title}`}
        {...(!isPast && {
          onSend({ key }: { key: string }) {
            const offer = offers.find((one) => one.of === of && one.keys.includes(key))
            if (offer) onTake(offer)
          },
        })}
      />
    </div>
  )
}
