/** What became of what a page asked for: shown, although a later look failed; failed; or on its way. */
import { reasonOf } from '../../../widget/client/connection.ts'
import { problemOf } from '../../data/problem.ts'
import type { PortalProblem } from '../../views/problems.ts'

interface Asked {
  readonly data: unknown
  readonly error: unknown
  readonly isFetching: boolean
  refetch(): unknown
}

export interface Fetched {
  /** Why there is nothing to show. */
  readonly failed: PortalProblem | 'absent' | null
  /** Why what is shown may be old. */
  readonly stale: PortalProblem | null
  readonly busy: boolean
  retry(): void
}

/** Of everything a page needs: what was there once stays there while the server is away. */
export function fetched(...asked: readonly Asked[]): Fetched {
  const troubled = asked.filter(({ error }) => error !== null)
  const missing = troubled.find(({ data }) => data === undefined)
  const old = troubled.find(({ data }) => data !== undefined)
  return {
    failed: missing ? (reasonOf(missing.error) === 'absent' ? 'absent' : problemOf(missing.error)) : null,
    stale: old ? problemOf(old.error) : null,
    busy: troubled.some(({ isFetching }) => isFetching),
    retry() {
      for (const one of troubled) void one.refetch()
    },
  }
}
