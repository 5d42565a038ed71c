/** An onboarding as a screen's moment. */
import { onboardingMachine } from '../../machines/onboarding/onboarding.machine.ts'
import type { OnboardingView } from '../../machines/onboarding/onboarding.view.ts'
import type { RemoteSnapshot } from '../client/remote.ts'
import type { Session } from '../client/session.ts'
import { type Aftermath, useFlow } from '../client/useFlow.ts'
import type { View } from '../client/wire.ts'
import type { Moment } from './moment.ts'

export type OnboardingSnapshot = RemoteSnapshot<typeof onboardingMachine>

/** `first` is the view to start from. One actor per session and flow; give a new `key` to start over. */
export function useOnboarding(session: Session, first: View) {
  const { snapshot, screen, aftermath, send, attempt } = useFlow(onboardingMachine, session, first)
  return { snapshot, moment: momentOf(snapshot, screen, aftermath), send, attempt }
}

function momentOf({ view, arrivedAt }: OnboardingSnapshot, screen: string, { gone, ...aftermath }: Aftermath): Moment {
  const context = view.context as unknown as OnboardingView
  // the server's times, moved to this page's clock
  const local = (at: number) => new Date(at - view.now + arrivedAt).toISOString()
  return {
    screen: gone ? 'ExpiredStep' : screen,
    context,
    until: Object.fromEntries(view.timers.map(({ id, dueAt }) => [id, local(dueAt)])),
    nextTryAt: context.retryInMs === null ? null : local(view.at + context.retryInMs),
    can: (type) => view.enabled.includes(type),
    ...aftermath,
  }
}
