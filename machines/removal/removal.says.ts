/** The end of a membership in plain language. */
import type { Says } from '../kit/says.ts'

export const removalSays: Says = {
  title: 'The end of a membership',
  summary:
    'What follows when a member is taken off a team’s list, or leaves: the workspace is shut to them, and they are told.',
  events: { 'operator.retried': 'An operator asked to shut the workspace to them again.' },
  delays: {},
  answers: {
    'takeAccess done': 'The workspace is shut to them, and their sessions ended.',
    'takeAccess failed': 'The workspace could not be shut to them.',
    'tellRemoved done': 'They were told.',
    'tellRemoved failed': 'They could not be told; the access is gone all the same.',
  },
  guards: {},
  effects: {
    takeAccess: 'shuts the workspace to them and ends their sessions',
    tellRemoved: 'mails them that it is over',
  },
}
