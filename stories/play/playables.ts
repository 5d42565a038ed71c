/** Every chart as a story that plays, in the order people meet them, each with its real screen where it has one. */
import type { ComponentType } from 'react'
import { chartOf, githubChart } from './charts.ts'
import type { PlayChart } from './play-chart.ts'
import { OnboardingPlay } from './screens/OnboardingPlay.tsx'
import { PaymentPlay } from './screens/PaymentPlay.tsx'
import type { ScreenPlay } from './screens/screen-play.ts'

export interface Playable {
  /** Also the end of its story's id. */
  readonly id: string
  readonly title: string
  readonly chart: PlayChart
  readonly Screen: ComponentType<ScreenPlay> | null
  /** The widget is as wide as itself; a page of the portal takes what it gets. */
  readonly on: 'widget' | 'page'
}

const playable = (
  id: string,
  chart: PlayChart,
  Screen: Playable['Screen'] = null,
  on: Playable['on'] = 'widget',
): Playable => ({ id, title: chart.flow.says.title, chart, Screen, on })

export const playables: readonly Playable[] = [
  playable('sign-up', chartOf('onboarding'), OnboardingPlay),
  playable('payment', chartOf('payment'), PaymentPlay),
  playable('provisioning', chartOf('provisioning')),
]

export function playableOf(id: string): Playable {
  const found = playables.find((one) => one.id === id)
  if (!found) throw new Error(`Nothing called ${id} is played.`)
  return found
}
void githubChart
