/** Shows one moment of an onboarding with no server: the chart's own state, the widget's own screen. */
import { input, onboardingFixtures } from '../machines/onboarding/onboarding.fixtures.ts'
import { onboardingDelays } from '../machines/onboarding/onboarding.delays.ts'
import { onboardingMachine } from '../machines/onboarding/onboarding.machine.ts'
import { onboardingView } from '../machines/onboarding/onboarding.view.ts'
import { after } from '../machines/kit/walk.ts'
import { screenOf } from '../widget/client/screen.ts'
import type { Moment } from '../widget/onboarding/moment.ts'
import { Screen } from '../widget/onboarding/Screen.tsx'
import '../widget/frame/frame.css'

const nothing = () => {}
const acts = { send: nothing, open: nothing, restart: nothing, reload: nothing }
const places = { signInUrl: '#sign-in', hostedUrl: '#hosted' }

export function OnboardingMoment({ moment }: { moment: string }) {
  return (
    <main style={{ maxWidth: 400, margin: '24px auto' }}>
      <Screen moment={momentOf(moment)} acts={acts} places={places} />
    </main>
  )
}

function momentOf(name: string): Moment {
  const fixture = onboardingFixtures.find((one) => one.name === name)
  if (!fixture) throw new Error(`There is no onboarding fixture '${name}'.`)
  const { snapshot } = after(onboardingMachine, input, fixture.events)
  const context = onboardingView(snapshot.context)
  const from = Date.now()
  const at = (ms: number) => new Date(from + ms).toISOString()
  return {
    screen: screenOf(snapshot),
    context,
    until: Object.fromEntries(Object.entries(onboardingDelays).map(([delay, ms]) => [delay, at(ms)])),
    nextTryAt: context.retryInMs === null ? null : at(context.retryInMs),
    can: (type) => snapshot.can({ type } as never),
    busy: false,
    problem: null,
    problems: {},
  }
}
