/** What can go wrong at the door. */
import type { ProblemText } from '../../../ui/ProblemPanel.tsx'

export const signInProblems = {
  'signIn.refused': {
    what: 'Address and password do not match.',
    why: 'One of the two is different from what we have.',
    todo: 'Check both, or let us mail you a code instead.',
  },
  'handOver.used': {
    what: 'This way in has been used.',
    why: 'It opens the workspace once, within two minutes of being made.',
    todo: 'Sign in below, or let us mail you a code.',
  },
  'address.invalid': {
    what: 'This is not a full email address.',
    why: 'We need it to find your account.',
    todo: 'Type it like name@company.com.',
  },
  'code.wrong': {
    what: 'That code does not match.',
    why: 'It may be from an earlier mail.',
    todo: 'Use the newest one.',
  },
  'code.dead': {
    what: 'That code no longer works.',
    why: 'It ran out, or was tried too often.',
    todo: 'Go back and ask for a new one.',
  },
  'mail.failed': {
    what: 'We could not send the mail.',
    why: 'The mail server did not take it.',
    todo: 'Try once more, or sign in with your password.',
  },
  'rate.limited': {
    what: 'That was too many tries in a row.',
    why: 'We slow down to keep strangers from guessing.',
    todo: 'Wait a minute, then go on.',
  },
} satisfies Record<string, ProblemText>
