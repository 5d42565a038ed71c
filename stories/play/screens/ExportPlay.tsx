import { exportMomentOf } from '../../../portal/screens/leaving.ts'
import { ExportCard } from '../../../portal/views/leave/ExportCard.tsx'
import { toPortalProblem } from '../../../portal/views/problems.ts'
import { Card } from '../../../ui/Card.tsx'
import type { ScreenPlay } from './screen-play.ts'
import { wireOf } from './wire.ts'

/** One export on the page of the portal that makes them. There is no file to download. */
export function ExportPlay(play: ScreenPlay) {
  const { view, send, restart } = play
  return (
    <Card title="Export everything">
      <ExportCard
        moment={exportMomentOf(wireOf(play))}
        action={{ busy: view.busy, problem: view.problem && toPortalProblem(view.problem) }}
        mayExport
        onRequest={restart}
        onDownload={() => {}}
        onDiscard={() => send({ type: 'export.discarded' })}
        onRetry={() => send({ type: 'export.retried' })}
      />
    </Card>
  )
}
