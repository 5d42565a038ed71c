/**
 * One person's way from an e-mail address to a workspace they can open.
 *
 *   signUp          they give an address and prove it is theirs, by a code or by a link whose page has a button
 *   setUp           they say who they are, choose a plan and pay for it if it costs something; beside it `patience`
 *                   reminds them twice, then gives up
 *   settingUp       they wait for us: a provisioning run makes account, workspace and limits, and reports each step
 *   givingBack      they paid for a workspace that could not be made: the subscription ends and the money goes back
 *   setUpFailed     what was made has been taken back; they may ask again
 *   addressTaken    somebody finished a sign-up with this address meanwhile; they sign in instead
 *   ready           the workspace waits to be opened; the hand-over to the portal is possible only here
 *   finished        opened, or the hand-over lapsed: from now on they sign in
 *   abandoning      nobody came back: what was opened at the payment provider is closed
 *   abandoned       nobody came back; they may still resume until `forgetAfter`
 *   expired         forgotten
 *
 * Promises: nothing is asked of provisioning for an address nobody has proved, nor for a plan nobody has paid; what was
 * paid for and could not be made is given back; no state that waits on a person lasts
 * for ever; a step back never loses what was typed.
 */
import * as act from './onboarding.actions.ts'
import { setUp } from './onboarding.set-up.ts'
import { onboarding } from './onboarding.words.ts'
import { signUp } from './onboarding.sign-up.ts'

export const onboardingMachine = onboarding.createMachine({
  id: 'onboarding',
  version: '1',
  context: ({ input }) => act.emptyContext(input),
  initial: 'signUp',
  states: {
    signUp,

    setUp,

    settingUp: {
      description: 'A provisioning run makes what was chosen.',
      initial: 'working',
      entry: 'clearProblem',
      invoke: {
        id: 'provisioning',
        src: 'provisioning',
        input: ({ context }) => act.order(context),
        onDone: [
          { guard: 'isProvisioned', target: 'ready', actions: 'keepWorkspace' },
          { guard: 'isPaidFor', target: 'givingBack', actions: 'keepFailure' },
          {
            guard: 'isAddressTaken',
            target: 'addressTaken',
            actions: { type: 'keepProblem', params: { problem: 'address.taken' } },
          },
          { target: 'setUpFailed', actions: { type: 'keepProblem', params: { problem: 'setup.failed' } } },
        ],
        onError: [
          {
            guard: 'isPaidFor',
            target: 'givingBack',
            actions: { type: 'keepProblem', params: { problem: 'setup.failed' } },
          },
          { target: 'setUpFailed', actions: { type: 'keepProblem', params: { problem: 'setup.failed' } } },
        ],
      },
      on: { 'provisioning.progressed': { actions: 'keepProgress' } },
      states: {
        working: {
          description: 'Steps are being done.',
          tags: 'waiting on us',
          meta: { screen: 'SetUpStep' },
          on: {
            'provisioning.stuck': {
              target: 'stuck',
              actions: { type: 'keepProblem', params: { problem: 'setup.needsHuman' } },
            },
          },
        },
        stuck: {
          description: 'A step needs one of our people.',
          tags: 'problem',
          meta: { screen: 'NeedsHumanStep' },
          on: { 'provisioning.unstuck': { target: 'working', actions: 'clearProblem' } },
        },
      },
    },

    givingBack: {
      description: 'What was paid for and could not be made is given back.',
      initial: 'working',
      states: {
        working: {
          description: 'The subscription ends and the money goes back.',
          tags: 'waiting on us',
          meta: { screen: 'GivingBackStep' },
          invoke: {
            id: 'giveBack',
            src: 'giveBack',
            input: ({ context }) => act.moneyToGiveBack(context),
            onDone: [
              {
                guard: 'isMoneyBack',
                target: 'closed',
                actions: ['keepRefund', { type: 'tellRefund', params: ({ context }) => act.refundToTell(context) }],
              },
              { target: 'closed' },
            ],
            onError: 'stuck',
          },
        },
        closed: {
          description: 'Nothing of the payment is left.',
          tags: 'waiting on us',
          meta: { screen: 'none' },
          exit: 'forgetPayment',
          always: [
            { guard: 'isForTakenAddress', target: '#onboarding.addressTaken' },
            {
              target: '#onboarding.setUpFailed',
              actions: { type: 'keepProblem', params: { problem: 'setup.refunded' } },
            },
          ],
        },
        stuck: {
          description: 'The money could not be given back yet: one of our people looks, and we try again by ourselves.',
          tags: 'problem',
          meta: { screen: 'NeedsHumanStep' },
          after: { giveBackAgain: 'working' },
          on: { 'operator.retried': 'working' },
        },
      },
    },

    setUpFailed: {
      description: 'The workspace could not be made; what had been made was taken back.',
      tags: 'problem',
      meta: { screen: 'SetUpFailedStep' },
      after: { forgetAfter: 'forgetting' },
      on: {
        'setUp.retried': [
          { guard: 'needsPayment', target: '#onboarding.setUp.step.readingPlans', actions: 'clearProblem' },
          { target: 'settingUp' },
        ],
      },
    },

    addressTaken: {
      description: 'An account with this address exists by now.',
      tags: 'problem',
      meta: { screen: 'AddressTakenStep' },
      after: { signUpLifetime: 'forgetting' },
    },

    ready: {
      description: 'The workspace exists and waits to be opened.',
      tags: 'healthy',
      meta: { screen: 'ReadyStep' },
      entry: { type: 'openAccount', params: ({ context }) => act.accountToOpen(context) },
      after: { handOverLifetime: 'finished' },
      on: { 'workspace.opened': 'finished' },
    },

    finished: {
      description: 'The workspace has been opened.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'FinishedStep' },
    },

    abandoning: {
      description: 'What was opened at the payment provider is being closed.',
      tags: 'waiting on us',
      meta: { screen: 'AbandonedStep' },
      invoke: {
        id: 'closeCustomer',
        src: 'closeCustomer',
        input: ({ context }) => act.customerToClose(context),
        onDone: 'abandoned',
      },
    },

    abandoned: {
      description: 'Nobody came back after two reminders.',
      tags: 'waiting on person',
      meta: { screen: 'AbandonedStep' },
      after: { forgetAfter: 'forgetting' },
      on: { 'signUp.resumed': 'setUp' },
    },

    forgetting: {
      description: 'Codes and the password kept for this sign-up are being deleted.',
      tags: 'waiting on us',
      meta: { screen: 'ExpiredStep' },
      invoke: {
        id: 'forget',
        src: 'forget',
        input: ({ context }) => ({ onboardingId: context.onboardingId }),
        onDone: { target: 'expired', actions: 'forgetPerson' },
      },
    },

    expired: {
      description: 'Forgotten. A new sign-up can be started.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'ExpiredStep' },
    },
  },
})
