/** The first part of an onboarding: an address, and the proof that it is theirs. */
import * as act from './onboarding.actions.ts'
import { onboarding } from './onboarding.words.ts'

export const signUp = onboarding.createStateConfig({
  description: 'The person gives an address and proves it is theirs.',
  initial: 'address',
  after: { signUpLifetime: 'forgetting' },
  states: {
    address: {
      description: 'Waiting for an e-mail address.',
      tags: 'waiting on person',
      meta: { screen: 'AddressStep' },
      on: { 'address.submitted': { target: 'sendingCode', actions: 'keepAddress' } },
    },
    sendingCode: {
      description: 'A six-digit code is on its way.',
      tags: 'waiting on us',
      meta: { screen: 'CodeSendingStep' },
      entry: 'countCode',
      invoke: {
        id: 'sendCode',
        src: 'sendCode',
        input: ({ context }) => act.codeToSend(context),
        onDone: 'verifying',
        onError: { target: 'mailFailed', actions: { type: 'keepProblem', params: { problem: 'mail.failed' } } },
      },
      on: { 'address.changed': { target: 'address', actions: 'forgetCode' } },
    },
    verifying: {
      description: 'A code is out; the person types it, or confirms through the link in the mail.',
      initial: 'cooling',
      after: { codeLifetime: { target: 'codeExpired', actions: 'clearProblem' } },
      on: {
        'code.accepted': { target: '#onboarding.setUp', actions: 'markVerified' },
        'link.confirmed': { target: '#onboarding.setUp', actions: 'markVerified' },
        'code.rejected': [
          { guard: 'hasTriesLeft', actions: 'spendTry' },
          { target: 'locked', actions: 'killCode' },
        ],
        'address.changed': { target: 'address', actions: 'forgetCode' },
      },
      states: {
        cooling: {
          description: 'A new code cannot be asked for yet.',
          tags: 'waiting on person',
          meta: { screen: 'CodeStep' },
          after: { resendCooldown: 'waiting' },
        },
        waiting: {
          description: 'A new code may be asked for.',
          tags: 'waiting on person',
          meta: { screen: 'CodeStep' },
          on: { 'code.requested': { guard: 'hasCodesLeft', target: '#onboarding.signUp.sendingCode' } },
        },
      },
    },
    locked: {
      description: 'Five wrong codes: this code is dead, and a new one has to wait.',
      tags: 'problem',
      meta: { screen: 'CodeLockedStep' },
      after: { lockDuration: { target: 'codeExpired', actions: 'clearProblem' } },
      on: {
        'link.confirmed': { target: '#onboarding.setUp', actions: 'markVerified' },
        'address.changed': { target: 'address', actions: 'forgetCode' },
      },
    },
    codeExpired: {
      description: 'The code lapsed; a new one can be asked for.',
      tags: 'waiting on person',
      meta: { screen: 'CodeExpiredStep' },
      on: {
        'code.requested': { guard: 'hasCodesLeft', target: 'sendingCode' },
        'address.changed': { target: 'address', actions: 'forgetCode' },
      },
    },
    mailFailed: {
      description: 'The mail could not be handed over, after several tries.',
      tags: 'problem',
      meta: { screen: 'MailFailedStep' },
      on: {
        'code.requested': { guard: 'hasCodesLeft', target: 'sendingCode' },
        'address.changed': { target: 'address', actions: 'forgetCode' },
      },
    },
  },
})
