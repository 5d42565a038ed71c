/** What can go wrong at the console's door, in words. */
import type { ProblemText } from '../../../ui/ProblemPanel.tsx'
import type { DoorProblem } from '../data/door.ts'

export const doorProblems: Readonly<Record<DoorProblem, ProblemText>> = {
  refused: {
    what: 'That address and password do not go together.',
    why: 'One of them is mistyped, or nobody of that address operates this server.',
    todo: 'Type both again.',
  },
  'code.wrong': {
    what: 'That code is not right.',
    why: 'A code works for half a minute, and a spare code once.',
    todo: 'Type the one your app shows now.',
  },
  'challenge.over': {
    what: 'This sign-in is over.',
    why: 'Ten minutes have passed, or five codes were wrong.',
    todo: 'Begin again with your password.',
  },
  limited: {
    what: 'That was too often.',
    why: 'Tries are counted, so that nobody can guess.',
    todo: 'Wait a quarter of an hour, then try again.',
  },
  'link.used': {
    what: 'This link does not work any more.',
    why: 'It makes one operator, once, within a day of the start that printed it.',
    todo: 'Sign in, or start the server again for a new link.',
  },
  'input.invalid': {
    what: 'Something is missing.',
    why: 'An operator has a name, an e-mail address and a password of at least 12 characters.',
    todo: 'Correct what is marked, then go on.',
  },
  offline: {
    what: 'There is no connection to the server.',
    why: 'Your network or the server may be down.',
    todo: 'Check both and try again.',
  },
  unknown: {
    what: 'That did not work, and the fault is ours.',
    why: 'Something failed on the server; its log has a record of it.',
    todo: 'Try again. If it fails twice, look into the log.',
  },
}
