/** A sign-in by code in plain language. */
import type { Says } from '../kit/says.ts'

export const signInSays: Says = {
  title: 'Signing in by code',
  summary:
    'How somebody signs in with a code from their mailbox instead of a password. Nothing here says whether an address has an account.',
  events: {
    'code.accepted': 'The person typed the right six digits.',
    'code.rejected': 'The person typed a code that is not the right one.',
    'code.requested': 'The person asked for a new code.',
    'session.begun': 'The person is signed in.',
  },
  delays: {
    codeLifetime: 'The code is too old to work.',
    patience: 'Nobody asked for another code in time.',
    handOverLifetime: 'The right code was not used to sign in in time.',
  },
  answers: {
    'sendSignInCode done': 'The mail is out.',
    'sendSignInCode failed': 'The mail could not be handed over.',
  },
  guards: {
    hasTriesLeft: 'this code may still be tried',
    hasCodesLeft: 'a code may still be asked for',
  },
  effects: { sendSignInCode: 'mails a code, or that the address has no account' },
}
