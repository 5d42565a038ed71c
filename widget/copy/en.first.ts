/** English, first half: what the first paint needs. Kept short; every byte here is on the way to the first field. */
import type { ProblemText } from '../../ui/ProblemPanel.tsx'

export const enFirst = {
  back: 'Back',
  'footer.saved': 'Saved as you go. Come back any time.',
  'track.at': 'Step {step} of {of}: {label}',
  'track.count': '{step} of {of}',
  'track.account': 'Account',
  'track.verify': 'Verify',
  'track.profile': 'Profile',
  'track.plan': 'Plan',
  'track.payment': 'Payment',
  'track.setup': 'Setup',
  'track.done': 'Done',
  'address.title': 'Create your workspace',
  'address.lead': 'Start free. No card until you choose a paid plan.',
  'address.label': 'Work email',
  'address.help': 'We mail you a six-digit code to check it.',
  'address.submit': 'Continue',
  loading: 'Loading your sign-up',
  'skew.title': 'This page has to load again',
  'skew.lead': 'A newer version is out, or the connection broke. Everything you entered is saved.',
  'skew.reload': 'Load it again',
}

export const enFirstProblems = {
  'address.invalid': {
    what: 'This is not a full email address.',
    why: 'We mail a code to it, so it has to reach you.',
    todo: 'Type it like name@company.com.',
  },
  offline: {
    what: 'There is no connection to our server.',
    why: 'Your network, a content blocker or our server may be down.',
    todo: 'Check your connection and try again. What you typed is kept.',
  },
  'rate.limited': {
    what: 'That was too many tries in a row.',
    why: 'We slow down to keep strangers from guessing.',
    todo: 'Wait a minute, then go on. What you typed is kept.',
  },
  unknown: {
    what: 'That did not work, and the fault is ours.',
    why: 'Something failed on our side; we have a record of it.',
    todo: 'Press the button again. What you entered is kept.',
  },
} satisfies Record<string, ProblemText>
