/**
 * Signing in with a code from the mailbox, for whoever has no password at hand.
 *
 *   sendingCode   a code is on its way, if the address has an account; the answer is the same if it has none
 *   verifying     we wait for the person
 *   mailFailed    the mail could not be handed over; they may ask again
 *   accepted      the code was right; for two minutes a session may begin
 *   finished      it began
 *   refused       too many wrong codes, or too late
 *
 * Promise: nothing here says whether an address has an account.
 */
import { assign, setup } from 'xstate'
import { effect } from '../kit/effect.ts'
import type { LeafTag, StateMeta } from '../kit/flow.ts'
import type { SendSignInCode, SignInContext, SignInEvent, SignInInput } from './sign-in.types.ts'

const minute = 60_000
export const signInDelays = { codeLifetime: 15 * minute, handOverLifetime: 2 * minute, patience: 60 * minute }
/** Wrong codes until the sign-in is over. */
export const SIGN_IN_TRIES = 5
/** Codes one sign-in may ask for. */
export const SIGN_IN_CODES = 3

const sendSignInCode = effect<SendSignInCode['input'], SendSignInCode['output']>({
  identity: ({ signInId, number }) => `sign-in-code/${signInId}/${number}`,
  attempts: 4,
  backoffMs: 1000,
})

export const signInMachine = setup({
  types: {
    input: {} as SignInInput,
    context: {} as SignInContext,
    events: {} as SignInEvent,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: { sendSignInCode },
  guards: {
    hasTriesLeft: ({ context }) => context.triesLeft > 1,
    hasCodesLeft: ({ context }) => context.codesSent < SIGN_IN_CODES,
  },
  actions: {
    countCode: assign({ codesSent: ({ context }) => context.codesSent + 1, triesLeft: SIGN_IN_TRIES, problem: null }),
    spendTry: assign({ triesLeft: ({ context }) => context.triesLeft - 1, problem: 'code.wrong' }),
    markDead: assign({ triesLeft: 0, problem: 'code.dead' }),
    markUnsent: assign({ problem: 'mail.failed' }),
    clearProblem: assign({ problem: null }),
  },
  delays: signInDelays,
}).createMachine({
  id: 'signIn',
  version: '1',
  context: ({ input }) => ({ ...input, codesSent: 0, triesLeft: SIGN_IN_TRIES, problem: null }),
  initial: 'sendingCode',
  states: {
    sendingCode: {
      description: 'A code is on its way, if the address has an account.',
      tags: 'waiting on us',
      meta: { screen: 'SignInCodeView' },
      entry: 'countCode',
      invoke: {
        id: 'sendSignInCode',
        src: 'sendSignInCode',
        input: ({ context: { signInId, email, codesSent, locale } }) => ({
          signInId,
          email,
          number: codesSent,
          locale,
          worksForMs: signInDelays.codeLifetime,
        }),
        onDone: 'verifying',
        onError: { target: 'mailFailed', actions: 'markUnsent' },
      },
    },
    verifying: {
      description: 'Waiting for the code.',
      tags: 'waiting on person',
      meta: { screen: 'SignInCodeView' },
      after: { codeLifetime: { target: 'refused', actions: 'markDead' } },
      on: {
        'code.accepted': { target: 'accepted', actions: 'clearProblem' },
        'code.rejected': [
          { guard: 'hasTriesLeft', actions: 'spendTry' },
          { target: 'refused', actions: 'markDead' },
        ],
        'code.requested': { guard: 'hasCodesLeft', target: 'sendingCode' },
      },
    },
    mailFailed: {
      description: 'The mail could not be handed over, after several tries.',
      tags: 'problem',
      meta: { screen: 'SignInCodeView' },
      after: { patience: { target: 'refused', actions: 'markDead' } },
      on: { 'code.requested': { guard: 'hasCodesLeft', target: 'sendingCode' } },
    },
    accepted: {
      description: 'The code was right; the session may begin.',
      tags: 'healthy',
      meta: { screen: 'SignInCodeView' },
      after: { handOverLifetime: { target: 'refused', actions: 'markDead' } },
      on: { 'session.begun': 'finished' },
    },
    finished: {
      description: 'Signed in.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
    },
    refused: {
      description: 'Too many wrong codes, or too late. A new sign-in can be started.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'SignInCodeView' },
    },
  },
})
