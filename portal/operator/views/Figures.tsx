/** Figures of one state or one line of the flow map, and a sentence that reads them. */
import type { Picture } from '../../../machines/kit/picture.ts'
import type { FlowSeen } from '../data/types.ts'
import { percent } from '../flow-marks.ts'
import { shortSpan } from '../times.ts'

type StateSeen = FlowSeen['states'][number]
type TransitionSeen = FlowSeen['transitions'][number]

export function StateFigures({ picture, flow, state }: { picture: Picture; flow: FlowSeen; state: StateSeen }) {
  const { here, entered, stillHere, left, dropOff, medianStayMs } = state
  const ways = flow.transitions
    .filter(({ transition, taken }) => taken > 0 && transition.startsWith(`${state.state}/`))
    .toSorted((a, b) => b.taken - a.taken)
  return (
    <section aria-label="Figures" className="grid gap-4 border-t border-line pt-4">
      <dl className="grid grid-cols-3 gap-3">
        <Figure value={here.toLocaleString('en')} of="here now" />
        <Figure value={medianStayMs === null ? '–' : shortSpan(medianStayMs)} of="median stay" />
        <Figure value={dropOff === null ? '–' : percent(dropOff)} of="drop off" />
      </dl>
      <p className="text-small text-ink-2">
        {entered.toLocaleString('en')} came in this period, {left.toLocaleString('en')} left
        {stillHere === null ? '' : `, ${stillHere.toLocaleString('en')} of those who came are still here`}.
        {dropOff !== null && ' Drop off: the share that left by a timer or a failure, because nobody acted.'}
      </p>
      {ways.length > 0 && (
        <div>
          <h3 className="text-small font-medium text-ink-3">How they went on</h3>
          <ul className="mt-1 grid gap-1.5">
            {ways.map(({ transition, taken, share, medianMs }) => (
              <li key={transition} className="flex items-baseline justify-between gap-3 text-ui">
                <span className="min-w-0 wrap-anywhere">{wayName(picture, transition)}</span>
                <span className="flex-none text-ink-2 tabular-nums">
                  {taken.toLocaleString('en')}
                  {share !== null && `, ${percent(share)}`}
                  {medianMs !== null && `, ${shortSpan(medianMs)}`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

export function TransitionFigures({ transition }: { transition: TransitionSeen }) {
  const { taken, share, medianMs } = transition
  return (
    <section aria-label="Figures" className="grid gap-4 border-t border-line pt-4">
      <dl className="grid grid-cols-3 gap-3">
        <Figure value={taken.toLocaleString('en')} of="times taken" />
        <Figure value={share === null ? '–' : percent(share)} of="of all who left" />
        <Figure value={medianMs === null ? '–' : shortSpan(medianMs)} of="median time" />
      </dl>
    </section>
  )
}

const Figure = ({ value, of }: { value: string; of: string }) => (
  <div className="flex flex-col-reverse">
    <dt className="text-small text-ink-2">{of}</dt>
    <dd className="text-heading font-semibold tabular-nums">{value}</dd>
  </div>
)

/** A way that only an older version has goes by its key. */
const wayName = ({ transitions }: Picture, key: string): string => {
  const found = transitions.find((one) => one.key === key)
  return found ? found.label + (found.guard === null ? '' : ` [${found.guard}]`) : key
}
