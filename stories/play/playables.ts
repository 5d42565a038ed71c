/** Every chart as a story that plays, in the order people meet them. Their screens stand in `screens/all.ts`. */
import { chartOf, githubChart } from './charts.ts'
import { slugOf } from './link.ts'
import type { PlayChart } from './play-chart.ts'

export interface Playable {
  /** Its story's name, and in small letters with dashes its id. */
  readonly name: string
  readonly id: string
  readonly chart: PlayChart
}

const playable = (name: string, chart: PlayChart): Playable => ({ name, id: slugOf(name), chart })

export const playables: readonly Playable[] = [
  playable('Sign-up', chartOf('onboarding')),
  playable('Payment', chartOf('payment')),
  playable('Set-up', chartOf('provisioning')),
  playable('Sign in by code', chartOf('signIn')),
  playable('Invitation', chartOf('invitation')),
  playable('Removal', chartOf('removal')),
  playable('Licence', chartOf('licensing')),
  playable('Password', chartOf('password')),
  playable('Account', chartOf('account')),
  playable('Card', chartOf('card')),
  playable('Provider news', chartOf('webhook')),
  playable('Integration by key', chartOf('integration')),
  playable('Integration by consent', githubChart),
  playable('Export', chartOf('export')),
  playable('Leaving in the portal', chartOf('offboarding')),
  playable('Leaving embedded', chartOf('offboarding')),
  playable('Clean-up', chartOf('cleaning')),
]

export function playableOf(id: string): Playable {
  const found = playables.find((one) => one.id === id)
  if (!found) throw new Error(`Nothing called ${id} is played.`)
  return found
}
