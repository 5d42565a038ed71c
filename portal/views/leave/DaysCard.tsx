import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Meter } from '../../../ui/Meter.tsx'
import type { UnderProps } from './leave-props.ts'
import { daysText, daysUntil, shortDate } from './moments.ts'

/** What is left of the time, and the way back. */
export function DaysCard({ state, facts, company, moment, action, nowMs, onUndo }: UnderProps) {
  const scheduled = state.startsWith('scheduled')
  const from = (scheduled ? facts.cancelledAt : facts.stoppedAt) ?? nowMs
  const to = (scheduled ? facts.endsAt : facts.retrievalEndsAt) ?? nowMs
  const days = daysUntil(to, nowMs)
  const undoing = state.endsWith('undoing') || state.endsWith('taken') || state === 'stopping'
  return (
    <section aria-label="Time left" className="grid gap-3 rounded-card bg-surface p-4 shadow-card tablet:p-5">
      <div>
        <Chip role={undoing ? 'us' : 'person'}>{undoing ? 'Waiting on us' : 'Waiting on you'}</Chip>
      </div>
      <div>
        <p className="text-display font-semibold tracking-tight">{daysText(days)}</p>
        <p className="text-ink-2">{scheduled ? 'until the plan ends' : 'to download, or to stay'}</p>
      </div>
      <div className="grid gap-1.5">
        <Meter
          label="Time passed"
          value={Math.max(0, nowMs - from)}
          max={Math.max(1, to - from)}
          text={`${daysText(days)} left`}
          role="person"
        />
        <p className="flex justify-between text-small text-ink-2">
          <span>{shortDate(from)}</span>
          <span>{shortDate(to)}</span>
        </p>
      </div>
      {moment.mayLeave && (
        <>
          <Button kind="outline" busy={action.busy || undoing} onClick={onUndo}>
            Keep {company}
          </Button>
          {!scheduled && (
            <p className="text-small text-ink-2">It goes on with everything in it, on the plan that costs nothing.</p>
          )}
        </>
      )}
    </section>
  )
}
