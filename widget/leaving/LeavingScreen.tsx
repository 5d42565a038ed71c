/** The step of a moment of a leaving. */
import type { LeavingMoment } from './moment.ts'
import { CleaningStep } from './steps/CleaningStep.tsx'
import { ClosedStep } from './steps/ClosedStep.tsx'
import { ConfirmStep } from './steps/ConfirmStep.tsx'
import { FailedStep } from './steps/FailedStep.tsx'
import { OfferStep } from './steps/OfferStep.tsx'
import { ReasonStep } from './steps/ReasonStep.tsx'
import { StaysStep } from './steps/StaysStep.tsx'
import { StuckStep } from './steps/StuckStep.tsx'
import { UnderWayStep } from './steps/UnderWayStep.tsx'
import { type Awaited, WaitStep } from './steps/WaitStep.tsx'

export interface LeavingScreenProps {
  readonly moment: LeavingMoment
  /** Our own origin; empty on our own pages. */
  readonly base: string
  /** Events are the chart's own. */
  send(event: { type: string } & Record<string, unknown>): void
  onBegin(): void
}

const waits: Readonly<Record<string, Awaited>> = {
  'deciding.previewing': 'previewing',
  'deciding.applying': 'submitting',
  submitting: 'submitting',
  'scheduled.undoing': 'undoing',
  'changing.undoing': 'undoing',
  moving: 'moving',
  stopping: 'stopping',
  certifying: 'ending',
  telling: 'ending',
}
const stuck = new Set(['unmoved', 'unstopped', 'uncertified', 'untold'])
const over = new Set(['dropped', 'kept', 'moved'])

export function LeavingScreen({ moment, base, send, onBegin }: LeavingScreenProps) {
  const { state, facts, company, busy, id } = moment
  const drop = () => send({ type: 'leaving.dropped' })
  const asked = { moment, onDrop: drop }
  const awaited = waits[state]
  if (awaited) return <WaitStep awaited={awaited} />
  if (stuck.has(state)) return <StuckStep reference={id} />
  if (over.has(state))
    return <StaysStep company={company} isMoved={state === 'moved'} base={base} busy={busy} onBegin={onBegin} />
  switch (state) {
    case 'deciding.unpreviewed':
      return <FailedStep busy={busy} onAgain={() => send({ type: 'leaving.retried' })} />
    case 'deciding.reason':
      return (
        <ReasonStep
          {...asked}
          onReason={(reason, feedback) => send({ type: 'reason.given', reason, feedback })}
          onSkip={() => send({ type: 'reason.skipped' })}
        />
      )
    case 'deciding.offering':
      return (
        <OfferStep
          moment={moment}
          onAccept={() => send({ type: 'offer.accepted' })}
          onDecline={() => send({ type: 'offer.declined' })}
        />
      )
    case 'deciding.confirming':
      return <ConfirmStep {...asked} onConfirm={(name, when) => send({ type: 'leaving.confirmed', name, when })} />
    case 'cleaning':
      return <CleaningStep facts={facts} reference={id} />
    case 'closed':
    case 'erased':
      return <ClosedStep certificate={facts.certificate} base={base} />
    default:
      return <UnderWayStep moment={moment} base={base} onUndo={() => send({ type: 'leaving.undone' })} />
  }
}
