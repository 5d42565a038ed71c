/** How a query or a change is doing, as the sections' views say it. */
import { problemOf } from '../../data/problem.ts'
import type { SectionState } from '../../views/settings/SectionState.tsx'
import type { Saving } from '../../views/settings/settings-types.ts'

interface Asked {
  readonly error: unknown
  readonly isFetching: boolean
  refetch(): unknown
}

/** Of a query that has no data: it waits, or says why. */
export const notReady = ({ error, isFetching, refetch }: Asked): SectionState =>
  error
    ? { state: 'problem', problem: problemOf(error), busy: isFetching, onRetry: () => void refetch() }
    : { state: 'waiting' }

interface Changing {
  readonly error: unknown
  readonly isPending: boolean
  readonly isSuccess: boolean
}

export const savingOf = ({ error, isPending, isSuccess }: Changing): Saving => ({
  busy: isPending,
  problem: error ? problemOf(error) : null,
  saved: isSuccess,
})

/** Of several changes on one page: one at a time. */
export const actionOf = (...changes: readonly Pick<Changing, 'error' | 'isPending'>[]) => {
  const error = changes.find((one) => one.error)?.error
  return { busy: changes.some(({ isPending }) => isPending), problem: error ? problemOf(error) : null }
}
