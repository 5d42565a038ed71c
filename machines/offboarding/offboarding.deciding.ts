/** The part of a leaving in which nothing has happened yet: what goes, why, one offer, the typed confirmation. */
import * as act from './offboarding.actions.ts'
import { offboarding } from './offboarding.words.ts'

const drop = { target: '#offboarding.dropped' } as const

export const deciding = offboarding.createStateConfig({
  description: 'Nothing has happened yet; a leaving nobody confirms is dropped.',
  initial: 'previewing',
  after: { patience: drop },
  on: { 'leaving.dropped': drop },
  states: {
    previewing: {
      description: 'What goes and what stays is looked up.',
      tags: 'waiting on us',
      meta: { screen: 'LeaveView' },
      entry: 'clearProblem',
      invoke: {
        id: 'preview',
        src: 'preview',
        input: ({ context: { tenantId } }) => ({ tenantId }),
        onDone: { target: 'reason', actions: 'keepPreview' },
        onError: { target: 'unpreviewed', actions: 'keepProblem' },
      },
    },
    unpreviewed: {
      description: 'What goes could not be looked up.',
      tags: 'problem',
      meta: { screen: 'LeaveView' },
      on: { 'leaving.retried': 'previewing' },
    },
    reason: {
      description: 'The person sees what goes, and may say why they leave.',
      tags: 'waiting on person',
      meta: { screen: 'LeaveView' },
      on: {
        'reason.given': [
          { guard: 'hasOffer', target: 'offering', actions: 'keepReason' },
          { target: 'confirming', actions: 'keepReason' },
        ],
        // the way past every question
        'reason.skipped': 'confirming',
      },
    },
    offering: {
      description: 'One offer, once: the plan that costs nothing, with everything in it.',
      tags: 'waiting on person',
      meta: { screen: 'LeaveView' },
      on: {
        'offer.accepted': { target: 'applying', actions: 'keepOfferTime' },
        'offer.declined': { target: 'confirming', actions: 'clearProblem' },
      },
    },
    applying: {
      description: 'The paid plan is set to end with what is paid for.',
      tags: 'waiting on us',
      meta: { screen: 'LeaveView' },
      invoke: {
        id: 'applyOffer',
        src: 'beginLeaving',
        input: ({ context }) => act.toBegin(context),
        onDone: { target: '#offboarding.changing', actions: 'keepBeginning' },
        onError: { target: 'offering', actions: 'keepProblem' },
      },
    },
    confirming: {
      description: 'The person types the name of the workspace, and says when it ends.',
      tags: 'waiting on person',
      meta: { screen: 'LeaveView' },
      on: {
        'leaving.confirmed': [
          { guard: 'isNamed', target: '#offboarding.submitting', actions: 'keepTime' },
          { actions: 'markMismatch' },
        ],
      },
    },
  },
})
