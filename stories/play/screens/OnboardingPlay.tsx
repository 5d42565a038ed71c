/** The sign-up widget, fed by a chart in this page instead of by a server. */
import type { OnboardingView } from '../../../machines/onboarding/onboarding.view.ts'
import '../../../widget/frame/frame.css'
import type { Moment } from '../../../widget/onboarding/moment.ts'
import { Screen } from '../../../widget/onboarding/Screen.tsx'
import { PaymentPlay } from './PaymentPlay.tsx'
import { localTime, type ScreenPlay } from './screen-play.ts'

const places = { signInUrl: '#sign-in', hostedUrl: '#hosted' }

export function OnboardingPlay(play: ScreenPlay) {
  const payment = play.children['payment']
  const { plans } = play.view.context as unknown as OnboardingView
  if (payment) {
    const free = plans.find(({ billing }) => billing === 'none')
    return (
      <PaymentPlay
        {...play}
        view={payment}
        freePlan={free?.name ?? null}
        send={(event) => play.send(event, payment.of)}
      />
    )
  }
  return (
    <Screen
      moment={momentOf(play)}
      places={places}
      acts={{
        send: play.send,
        // the portal takes the hand-over and tells the chart
        open: () => play.tell({ type: 'workspace.opened' }),
        restart: play.restart,
        reload: play.restart,
      }}
    />
  )
}

function momentOf(play: ScreenPlay): Moment {
  const { screen, context, enabled, dueAt, busy, problem, problems } = play.view
  const nextTry = play.children['provisioning']?.dueAt['retryDelay']
  return {
    screen,
    context: context as unknown as OnboardingView,
    until: Object.fromEntries(Object.entries(dueAt).map(([delay, at]) => [delay, localTime(at, play)])),
    nextTryAt: nextTry === undefined ? null : localTime(nextTry, play),
    can: (type) => enabled.includes(type),
    busy,
    problem,
    problems,
  }
}
