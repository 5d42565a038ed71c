import { copy } from '../copy/first.ts'

/** A place on the track. `end` is the double ring after the last step. */
export type TrackStep = 'account' | 'verify' | 'profile' | 'plan' | 'payment' | 'setup'

/** Every step takes the track it stands on; payment is on it once a paid plan is chosen. */
export interface OnTrack {
  /** Default: the track without payment. */
  track?: readonly TrackStep[]
}

const freeTrack: readonly TrackStep[] = ['account', 'verify', 'profile', 'plan', 'setup']
const paidTrack: readonly TrackStep[] = ['account', 'verify', 'profile', 'plan', 'payment', 'setup']

/** The track of somebody who chose, or is about to choose, a plan that is paid by card or not. */
export const trackOf = (isPaid: boolean) => (isPaid ? paidTrack : freeTrack)

/** Where a step stands: 1-based position, length of the track, and its name. */
export function place(at: TrackStep | 'end', track: readonly TrackStep[] = freeTrack) {
  const of = track.length
  return at === 'end'
    ? { step: of + 1, of, label: copy.text('track.done') }
    : { step: Math.max(1, track.indexOf(at) + 1), of, label: copy.text(`track.${at}`) }
}
