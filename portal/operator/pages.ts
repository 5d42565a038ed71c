/** A long journal is read in pages; a short one is one page. */

/** Lines in one page: what the server gives at once. */
export const PAGE = 500

export interface Page {
  readonly from: number
  /** Whether there is more before or after it. */
  readonly isWhole: boolean
}

/** The page that holds line `seq` of a journal of `last` lines. Pages overlap by half, so that a line has a past. */
export function pageOf(seq: number, last: number): Page {
  if (last <= PAGE) return { from: 1, isWhole: true }
  const half = PAGE / 2
  const from = Math.max(1, Math.floor((seq - 1) / half - 1) * half + 1)
  return { from, isWhole: false }
}
