/** What a screen needs to know of an onboarding at one moment: from the server's view in the widget, from a fixture in a story. */
import type { OnboardingView } from '../../machines/onboarding/onboarding.view.ts'
import type { ProblemCode } from '../../machines/vocabulary/problems.ts'
import type { Session } from '../client/session.ts'
import type { View } from '../client/wire.ts'

export interface Moment {
  /** The active state's screen, as its `meta` names it. */
  readonly screen: string
  readonly context: OnboardingView
  /** Delays under way, by name: when they end, ISO, by this page's clock. */
  readonly until: Readonly<Record<string, string>>
  /** When the step that failed is tried again, ISO. */
  readonly nextTryAt: string | null
  /** Whether this event may be sent now. */
  can(type: string): boolean
  /** An event is on its way. */
  readonly busy: boolean
  /** What became of the last event, where the view itself does not say. */
  readonly problem: ProblemCode | null
  /** Problems of single fields, by name. */
  readonly problems: Readonly<Record<string, ProblemCode>>
}

/** Whether the plan chosen last is one that is paid by card. */
export const isPaidByCard = ({ plans, plan }: Pick<OnboardingView, 'plans' | 'plan'>): boolean =>
  plans.find(({ key }) => key === plan)?.billing === 'card'

/** What a person can do. Events are the chart's own. */
export interface Acts {
  send(event: { type: string } & Record<string, unknown>): void
  /** Hands over to the portal. */
  open(): void
  restart(): void
  reload(): void
}

/** Where people sign in and where the same flow stands on a page of its own. */
export interface Places {
  readonly signInUrl: string
  readonly hostedUrl: string
}

export interface ScreenProps {
  readonly moment: Moment
  readonly acts: Acts
  readonly places: Places
  /** Speaks for the flows this one has invoked. None in a story. */
  readonly session?: Session
  readonly invoked?: View['children']
}
