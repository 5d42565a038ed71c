/** The real screen of each playable, by its id. A chart that is not here has none of its own. */
import type { ComponentType } from 'react'
import { AccountPlay } from './AccountPlay.tsx'
import { CardPlay } from './CardPlay.tsx'
import { ExportPlay } from './ExportPlay.tsx'
import { IntegrationPlay } from './IntegrationPlay.tsx'
import { InvitationPlay } from './InvitationPlay.tsx'
import { LeavingPagePlay, LeavingWidgetPlay } from './LeavingPlay.tsx'
import { OnboardingPlay } from './OnboardingPlay.tsx'
import { PaymentPlay } from './PaymentPlay.tsx'
import type { ScreenPlay } from './screen-play.ts'
import { SignInPlay } from './SignInPlay.tsx'

export interface PlayScreen {
  readonly Screen: ComponentType<ScreenPlay>
  /** A widget is as wide as itself; a part of the portal is a column, and a page of it wants a desk. */
  readonly on: 'widget' | 'column' | 'page'
}

const screens: Readonly<Record<string, PlayScreen>> = {
  'sign-up': { Screen: OnboardingPlay, on: 'widget' },
  payment: { Screen: PaymentPlay, on: 'widget' },
  'sign-in-by-code': { Screen: SignInPlay, on: 'column' },
  invitation: { Screen: InvitationPlay, on: 'page' },
  account: { Screen: AccountPlay, on: 'page' },
  card: { Screen: CardPlay, on: 'column' },
  'integration-by-key': { Screen: IntegrationPlay, on: 'column' },
  'integration-by-consent': { Screen: IntegrationPlay, on: 'column' },
  export: { Screen: ExportPlay, on: 'column' },
  'leaving-in-the-portal': { Screen: LeavingPagePlay, on: 'page' },
  'leaving-embedded': { Screen: LeavingWidgetPlay, on: 'widget' },
}

export const screenFor = (id: string): PlayScreen | null => (Object.hasOwn(screens, id) ? screens[id]! : null)
