/**
 * How a workspace leaves, from the first look at what would go to a certificate that it is gone.
 *
 *   deciding     the owner sees what goes, may say why, hears one offer, and types the workspace's name
 *   submitting   the cancellation is made at the payment provider
 *   scheduled    the plan ends with what is paid for; until then it can be undone
 *   changing     the offer was taken: the plan ends, the workspace stays
 *   moving       it becomes a workspace that costs nothing
 *   unmoved      that failed; an operator has to look
 *   stopping     nothing is charged from here on
 *   unstopped    that failed; an operator has to look
 *   retrieval    thirty days to take everything out, or to stay after all; three notices before the end
 *   cleaning     everything is taken away, resource by resource
 *   certifying, uncertified, telling, untold, closed
 *   dropped, kept, moved, erased: how it may end
 *
 * Promises: nothing happens before the name was typed; billing stops before anything is deleted; nothing is deleted
 * before three notices went out; every step back is possible until the clean-up begins; a failure waits for a person,
 * never in silence.
 */
import * as act from './offboarding.actions.ts'
import { certifying, cleaning, closed, erased, telling, uncertified, untold } from './offboarding.closing.ts'
import { deciding } from './offboarding.deciding.ts'
import { retrieval } from './offboarding.retrieval.ts'
import { offboarding } from './offboarding.words.ts'

export const offboardingMachine = offboarding.createMachine({
  id: 'offboarding',
  version: '1',
  context: ({ input }) => act.emptyContext(input),
  initial: 'deciding',
  states: {
    deciding,

    submitting: {
      description: 'The cancellation is made at the payment provider.',
      tags: 'waiting on us',
      meta: { screen: 'LeaveView' },
      invoke: {
        id: 'beginLeaving',
        src: 'beginLeaving',
        input: ({ context }) => act.toBegin(context),
        onDone: {
          target: 'scheduled',
          actions: [
            'keepBeginning',
            { type: 'sendCancellation', params: ({ context, event }) => act.receipt(context, event) },
          ],
        },
        onError: { target: '#offboarding.deciding.confirming', actions: 'keepProblem' },
      },
    },

    scheduled: {
      description: 'The plan ends with what is paid for.',
      initial: 'waiting',
      always: { guard: 'isNow', target: 'stopping' },
      after: { untilEnd: 'stopping' },
      states: {
        waiting: {
          description: 'Everything works as before; it can be undone.',
          tags: 'waiting on person',
          meta: { screen: 'LeaveView' },
          on: { 'leaving.undone': { target: 'undoing', actions: 'clearProblem' } },
        },
        undoing: {
          description: 'The cancellation is taken back.',
          tags: 'waiting on us',
          meta: { screen: 'LeaveView' },
          invoke: {
            id: 'undoLeaving',
            src: 'undoLeaving',
            input: ({ context }) => act.which(context),
            onDone: '#offboarding.kept',
            onError: { target: 'waiting', actions: 'keepProblem' },
          },
        },
      },
    },

    changing: {
      description: 'The offer was taken: the plan ends, the workspace stays.',
      initial: 'waiting',
      after: { untilEnd: 'moving' },
      states: {
        waiting: {
          description: 'The paid plan works until its end; it can be kept.',
          tags: 'waiting on person',
          meta: { screen: 'LeaveView' },
          on: { 'leaving.undone': { target: 'undoing', actions: 'clearProblem' } },
        },
        undoing: {
          description: 'The change is taken back.',
          tags: 'waiting on us',
          meta: { screen: 'LeaveView' },
          invoke: {
            id: 'undoChange',
            src: 'undoLeaving',
            input: ({ context }) => act.which(context),
            onDone: '#offboarding.kept',
            onError: { target: 'waiting', actions: 'keepProblem' },
          },
        },
      },
    },

    moving: {
      description: 'It becomes a workspace that costs nothing.',
      tags: 'waiting on us',
      meta: { screen: 'LeaveView' },
      invoke: {
        id: 'moveToFree',
        src: 'moveToFree',
        input: ({ context }) => act.which(context),
        onDone: 'moved',
        onError: { target: 'unmoved', actions: 'keepStuck' },
      },
    },
    unmoved: {
      description: 'It could not be moved to the plan that costs nothing; an operator has to look.',
      tags: 'problem',
      meta: { screen: 'LeaveView' },
      on: { 'operator.retried': { target: 'moving', actions: 'clearStuck' } },
    },

    stopping: {
      description: 'Billing is stopped.',
      tags: 'waiting on us',
      meta: { screen: 'LeaveView' },
      invoke: {
        id: 'stopBilling',
        src: 'stopBilling',
        input: ({ context }) => act.toStop(context),
        onDone: { target: 'retrieval', actions: 'keepStop' },
        onError: { target: 'unstopped', actions: 'keepStuck' },
      },
    },
    unstopped: {
      description: 'Billing could not be stopped; an operator has to look.',
      tags: 'problem',
      meta: { screen: 'LeaveView' },
      on: { 'operator.retried': { target: 'stopping', actions: 'clearStuck' } },
    },

    retrieval,
    cleaning,
    certifying,
    uncertified,
    telling,
    untold,
    closed,
    erased,

    dropped: {
      description: 'Nothing happened.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'LeaveView' },
    },
    kept: {
      description: 'The workspace stays.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'LeaveView' },
    },
    moved: {
      description: 'The workspace stays, on the plan that costs nothing.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'LeaveView' },
    },
  },
})
