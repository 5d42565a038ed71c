/** What can go wrong with projects, keys and the workspace itself. */
import type { ProblemText } from '../../../ui/ProblemPanel.tsx'

export const workProblems = {
  'project.name.missing': {
    what: 'The project has no name.',
    why: 'Your team finds it by its name.',
    todo: 'Type one; you can change it any time.',
  },
  'project.name.taken': {
    what: 'Another project has this name.',
    why: 'Two of the same name would be mixed up.',
    todo: 'Choose a different one.',
  },
  'name.tooLong': {
    what: 'This is longer than 80 characters.',
    why: 'It would not fit where it is shown.',
    todo: 'Shorten it.',
  },
  'name.unreadable': {
    what: 'This has signs that cannot be shown.',
    why: 'They may have come along with a paste.',
    todo: 'Type it instead of pasting it.',
  },
  'project.limit': {
    what: 'All projects of your plan are in use.',
    why: 'The plan has a limit, and it is reached.',
    todo: 'Delete a project you no longer need, then create this one.',
  },
  'project.gone': {
    what: 'This project no longer exists.',
    why: 'Someone in your team has deleted it.',
    todo: 'Close this; the list is up to date.',
  },
  'apiKey.revealed': {
    what: 'This key was shown before.',
    why: 'We show a key once and then keep only its fingerprint.',
    todo: 'Make a new one under Settings if it is lost.',
  },
  'apiKey.name.missing': {
    what: 'The key has no name.',
    why: 'A name says later what would stop if it were revoked.',
    todo: 'Type where it is used, like “Build server”.',
  },
  'apiKey.limit': {
    what: 'The workspace has as many keys as it may.',
    why: 'Keys nobody remembers are the ones that leak.',
    todo: 'Revoke one that is not used any more, then make this one.',
  },
  'apiKey.gone': {
    what: 'This key no longer works.',
    why: 'Someone in your team has revoked it.',
    todo: 'Close this; the list is up to date.',
  },
  'workspace.name.missing': {
    what: 'The workspace has no name.',
    why: 'It stands on invoices, in mails and above every page.',
    todo: 'Type one.',
  },
} satisfies Record<string, ProblemText>
