/** What can go wrong in front of a person in the portal, in words. The code is the stable id. */
import type { ProblemText } from '../../ui/ProblemPanel.tsx'
import { connectionsProblems } from './problems/connections.ts'
import { moneyProblems } from './problems/money.ts'
import { peopleProblems } from './problems/people.ts'
import { signInProblems } from './problems/sign-in.ts'
import { workProblems } from './problems/work.ts'

const problems = {
  ...signInProblems,
  ...peopleProblems,
  ...workProblems,
  ...moneyProblems,
  ...connectionsProblems,
} satisfies Record<string, ProblemText>

/** Every problem the portal has words for. */
export type PortalProblem = keyof typeof problems

/** Narrows a code from the server; one we have no words for, say from a newer server, becomes `unknown`. */
export const toPortalProblem = (code: string): PortalProblem =>
  Object.hasOwn(problems, code) ? (code as PortalProblem) : 'unknown'

/** The words for a problem. */
export const wordsFor = (code: PortalProblem): ProblemText => problems[code]

/** A problem in one line, for under a field: what is wrong and what to do. */
export function lineFor(code: PortalProblem | null): string | null {
  if (code === null) return null
  const { what, todo } = problems[code]
  return `${what} ${todo}`
}
