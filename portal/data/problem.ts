/** What the server says no with, as the portal's words know it. */
import { TRPCClientError } from '@trpc/client'
import { isUnreachable, reasonOf } from '../../widget/client/connection.ts'
import { type PortalProblem, toPortalProblem } from '../views/problems.ts'

const named: Readonly<Record<string, PortalProblem>> = {
  'projects.full': 'project.limit',
  'project.absent': 'project.gone',
  'apiKey.shown': 'apiKey.revealed',
  'apiKey.absent': 'apiKey.gone',
  'session.absent': 'session.gone',
  'member.absent': 'member.gone',
  'licence.held': 'licence.changed',
  'licence.absent': 'licence.changed',
  'role.insufficient': 'permission.denied',
}

export function problemOf(error: unknown): PortalProblem {
  if (isUnreachable(error)) return 'offline'
  const reason = reasonOf(error) ?? issueOf(error)
  return reason === null ? 'unknown' : (named[reason] ?? toPortalProblem(reason))
}

/** The signed-out answer sends to the door instead of showing a problem. */
export const isSignedOut = (error: unknown): boolean => reasonOf(error) === 'signed.out'

/** A refused input carries its issues as JSON in the message; their messages are problem codes. */
function issueOf(error: unknown): string | null {
  if (!(error instanceof TRPCClientError)) return null
  return /"message":\s*"([a-z]+(?:\.[a-zA-Z]+)+)"/.exec(error.message)?.[1] ?? null
}
