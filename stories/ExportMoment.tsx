/** Shows one moment of an export with no server. */
import { exportFixtures, input } from '../machines/export/export.fixtures.ts'
import { exportMachine } from '../machines/export/export.machine.ts'
import { exportFlow } from '../machines/export/export.flow.ts'
import { after } from '../machines/kit/walk.ts'
import { exportMomentOf } from '../portal/screens/leaving.ts'
import { ExportCard } from '../portal/views/leave/ExportCard.tsx'
import { Card } from '../ui/Card.tsx'
import type { View } from '../widget/client/wire.ts'

const nothing = () => {}

export const ExportMoment = ({ moment }: { moment: string | null }) => (
  <main className="tenure-portal mx-auto max-w-[640px] p-4">
    <h1 className="tn-hidden">Export</h1>
    <Card title="Export everything">
      <ExportPicture moment={moment} mayExport />
    </Card>
  </main>
)

/** `moment`: a fixture's name; null: nobody has asked for one. */
export const ExportPicture = ({ moment, mayExport }: { moment: string | null; mayExport: boolean }) => (
  <ExportCard
    moment={exportMomentOf(viewOf(moment))}
    action={{ busy: false, problem: null }}
    mayExport={mayExport}
    onRequest={nothing}
    onDownload={nothing}
    onDiscard={nothing}
    onRetry={nothing}
  />
)

function viewOf(name: string | null): View | null {
  if (name === null) return null
  const fixture = exportFixtures.find((one) => one.name === name)
  if (!fixture) throw new Error(`There is no export fixture '${name}'.`)
  const { value, context } = after(exportMachine, input, fixture.events).snapshot
  const effects = [{ src: 'writeExport', progress: value === 'collecting' ? 0.64 : null }]
  return { value, context: exportFlow.view(context, 'member'), effects } as unknown as View
}
