/** Shows one moment of a leaving with no server, in the frame of the portal. */
import { after } from '../machines/kit/walk.ts'
import { cancelledAt, input, offboardingFixtures } from '../machines/offboarding/offboarding.fixtures.ts'
import { offboardingMachine } from '../machines/offboarding/offboarding.machine.ts'
import { offboardingView } from '../machines/offboarding/offboarding.view.ts'
import { leaveMomentOf } from '../portal/screens/leaving.ts'
import { shell } from '../portal/views/fixtures.ts'
import { LeaveView } from '../portal/views/leave/LeaveView.tsx'
import { ShellView } from '../portal/views/ShellView.tsx'
import type { View } from '../widget/client/wire.ts'
import { ExportPicture } from './ExportMoment.tsx'

const nothing = () => {}
const acts = {
  onBegin: nothing,
  onReason: nothing,
  onSkip: nothing,
  onAcceptOffer: nothing,
  onDeclineOffer: nothing,
  onConfirm: nothing,
  onUndo: nothing,
  onDrop: nothing,
  onRetry: nothing,
}

export interface LeavingMomentProps {
  /** A fixture's name; null: nobody is leaving. */
  moment: string | null
  /** As a member sees it who may not close the workspace. */
  asMember?: boolean
}

export function LeavingMoment({ moment, asMember = false }: LeavingMomentProps) {
  return (
    <ShellView {...shell} workspace={{ name: 'Northlake Press', planName: 'Team' }} onLeave={nothing}>
      <LeaveView
        moment={leaveMomentOf(viewOf(moment), !asMember)}
        company="Northlake Press"
        action={{ busy: false, problem: null }}
        exportCard={<ExportPicture moment="Ready" mayExport={!asMember} />}
        nowMs={cancelledAt + 2 * 86_400_000}
        {...acts}
      />
    </ShellView>
  )
}

function viewOf(name: string | null): View | null {
  if (name === null) return null
  const fixture = offboardingFixtures.find((one) => one.name === name)
  if (!fixture) throw new Error(`There is no fixture '${name}' of a leaving.`)
  const { value, context } = after(offboardingMachine, input, fixture.events).snapshot
  return { value, context: { ...offboardingView(context) }, effects: [] } as unknown as View
}
