import { Notice } from '../../ui/Notice.tsx'
import { type PortalProblem, wordsFor } from './problems.ts'

/** A problem that nobody just caused. Not an alert: what the person reads stays where it is, and the page must not jump. */
export function StaleNotice({ problem }: { problem: PortalProblem }) {
  const { what, why, todo } = wordsFor(problem)
  return (
    <Notice role="person" title={what}>
      {why} {todo}
    </Notice>
  )
}
