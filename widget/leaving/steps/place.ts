import { copy } from '../../copy/leaving-first.ts'

const track = ['account', 'verify', 'look', 'confirm', 'end'] as const
export type LeavingPlace = (typeof track)[number]

/** Where a step stands on the track of a leaving. */
export function placeOf(at: LeavingPlace | 'over') {
  const of = track.length
  return at === 'over'
    ? { step: of + 1, of, label: copy.text('leave.track.end') }
    : { step: track.indexOf(at) + 1, of, label: copy.text(`leave.track.${at}`) }
}
