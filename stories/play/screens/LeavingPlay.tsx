/** Leaving, on both of its screens: the page of the portal, and the widget in a product's own page. */
import type { OffboardingView } from '../../../machines/offboarding/offboarding.view.ts'
import { exportMomentOf, leaveMomentOf } from '../../../portal/screens/leaving.ts'
import { ExportCard } from '../../../portal/views/leave/ExportCard.tsx'
import { LeaveView } from '../../../portal/views/leave/LeaveView.tsx'
import { toPortalProblem } from '../../../portal/views/problems.ts'
import '../../../widget/leaving/leaving.css'
import { LeavingScreen } from '../../../widget/leaving/LeavingScreen.tsx'
import { stateOf } from '../../../widget/leaving/moment.ts'
import type { ScreenPlay } from './screen-play.ts'
import { wireOf } from './wire.ts'

const company = 'Northlake Press'
const nothing = () => {}
const idle = { busy: false, problem: null }

export function LeavingPagePlay(play: ScreenPlay) {
  const { view, send, restart, now } = play
  return (
    <LeaveView
      moment={leaveMomentOf(wireOf(play), true)}
      company={company}
      action={{ busy: view.busy, problem: view.problem && toPortalProblem(view.problem) }}
      nowMs={now}
      exportCard={
        <ExportCard
          moment={exportMomentOf(null)}
          action={idle}
          mayExport
          onRequest={nothing}
          onDownload={nothing}
          onDiscard={nothing}
          onRetry={nothing}
        />
      }
      onBegin={restart}
      onReason={(reason, feedback) => send({ type: 'reason.given', reason, feedback })}
      onSkip={() => send({ type: 'reason.skipped' })}
      onAcceptOffer={() => send({ type: 'offer.accepted' })}
      onDeclineOffer={() => send({ type: 'offer.declined' })}
      onConfirm={(name, when) => send({ type: 'leaving.confirmed', name, when })}
      onUndo={() => send({ type: 'leaving.undone' })}
      onDrop={() => send({ type: 'leaving.dropped' })}
      onRetry={() => send({ type: 'leaving.retried' })}
    />
  )
}

export function LeavingWidgetPlay({ view, send, restart }: ScreenPlay) {
  const { value, context, busy, problem } = view
  return (
    <LeavingScreen
      moment={{
        id: 'off_018f2c7d4b1a',
        state: stateOf(value),
        facts: context as unknown as OffboardingView,
        company,
        busy,
        problem,
      }}
      base=""
      send={send}
      onBegin={restart}
    />
  )
}
