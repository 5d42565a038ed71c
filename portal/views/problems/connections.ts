/** What can go wrong between us, and with another company. */
import type { ProblemText } from '../../../ui/ProblemPanel.tsx'

export const connectionsProblems = {
  conflict: {
    what: 'Someone changed this before you.',
    why: 'It is open in another tab, or a colleague was faster.',
    todo: 'Look at what is here now, then go on.',
  },
  offline: {
    what: 'There is no connection to our server.',
    why: 'Your network or our server may be down.',
    todo: 'What you see is from before. Check your connection and try again.',
  },
  'version.skew': {
    what: 'This page is older than our server.',
    why: 'We released a newer version while it was open.',
    todo: 'Load the page again. Nothing you saved is lost.',
  },
  unknown: {
    what: 'That did not work, and the fault is ours.',
    why: 'Something failed on our side; we have a record of it.',
    todo: 'Try again. If it fails twice, write to us.',
  },
  'credential.malformed': {
    what: 'This is no key.',
    why: 'A key has at least eight signs, and no white space in it.',
    todo: 'Copy the whole key, and paste it again.',
  },
  'namespace.malformed': {
    what: 'This is no namespace.',
    why: 'It is made of letters, digits, dashes and underscores.',
    todo: 'Type what stands before the dot of your extensions’ ids.',
  },
  'integration.notNow': {
    what: 'That is not possible now.',
    why: 'The connection has moved on meanwhile.',
    todo: 'Look at it again; the page is up to date.',
  },
} satisfies Record<string, ProblemText>
