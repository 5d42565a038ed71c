/** Shows one moment of a leaving with no server, as a product's own page embeds it. */
import { after } from '../machines/kit/walk.ts'
import { input, offboardingFixtures } from '../machines/offboarding/offboarding.fixtures.ts'
import { offboardingMachine } from '../machines/offboarding/offboarding.machine.ts'
import { offboardingView } from '../machines/offboarding/offboarding.view.ts'
import '../widget/leaving/leaving.css'
import { LeavingScreen } from '../widget/leaving/LeavingScreen.tsx'
import { stateOf } from '../widget/leaving/moment.ts'

const nothing = () => {}

/** `moment`: a fixture's name. */
export function LeavingFrame({ moment }: { moment: string }) {
  const fixture = offboardingFixtures.find((one) => one.name === moment)
  if (!fixture) throw new Error(`There is no fixture '${moment}' of a leaving.`)
  const { value, context } = after(offboardingMachine, input, fixture.events).snapshot
  return (
    <div style={{ padding: 24 }}>
      <LeavingScreen
        moment={{
          id: input.offboardingId,
          state: stateOf(value),
          facts: offboardingView(context),
          company: 'Northlake Press',
          busy: false,
          problem: null,
        }}
        base=""
        send={nothing}
        onBegin={nothing}
      />
    </div>
  )
}
