/**
 * The plan and its application: a paid plan begins with its first payment, ends with its period, and then the workspace gets
 * the limits of Free.
 */
import { raise } from 'xstate'
import * as act from './account.actions.ts'
import { account } from './account.words.ts'

export const plan = account.createStateConfig({
  description: 'Is the plan about to change?',
  initial: 'steady',
  states: {
    steady: {
      description: 'The plan stays as it is.',
      tags: 'healthy',
      meta: { screen: 'none' },
      on: {
        'upgrade.asked': { guard: 'mayGrow', target: 'offering', actions: ['clearProblem', 'keepInterval'] },
        'downgrade.confirmed': { guard: 'isGoingOn', target: 'scheduling', actions: 'clearProblem' },
        'books.read': [
          { guard: 'hasLostPlan', target: 'ending' },
          // it may have been cancelled at the provider's own pages
          { guard: 'isEnding', target: 'scheduled' },
        ],
      },
    },
    offering: {
      description: 'What a paid plan costs is being read.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'readOffer',
        src: 'readOffer',
        input: ({ context }) => ({ ...act.whose(context), interval: context.interval }),
        onDone: { target: 'paying', actions: 'keepOffer' },
        onError: { target: 'steady', actions: 'keepProblem' },
      },
    },
    paying: {
      description: 'Somebody is at the card form of the new plan.',
      tags: 'waiting on person',
      meta: { screen: 'none' },
      invoke: {
        id: 'payment',
        src: 'payment',
        input: ({ context }) => act.bill(context),
        onDone: [
          { guard: 'isPaid', target: 'growing' },
          { target: 'steady', actions: 'keepPaymentProblem' },
        ],
        onError: { target: 'steady', actions: ['keepProblem', 'forgetOffer'] },
      },
    },
    growing: {
      description: 'It is paid; the workspace is on its way to the new plan.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      entry: raise({ type: 'plan.paid' }),
      on: { 'plan.applied': { target: 'steady', actions: 'forgetOffer' } },
    },
    scheduling: {
      description: 'The provider is asked to let it end with its period.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'schedulePlanEnd',
        src: 'setPlanEnd',
        input: ({ context }) => act.planEnd(context, true),
        onDone: { target: 'scheduled', actions: 'keepPlanEnd' },
        onError: { target: 'steady', actions: 'keepProblem' },
      },
      on: { 'books.read': { guard: 'hasLostPlan', target: 'ending' } },
    },
    scheduled: {
      description: 'It ends with its period; until then that can be undone.',
      tags: 'waiting on person',
      meta: { screen: 'none' },
      on: {
        'downgrade.undone': { guard: 'isEnding', target: 'undoing', actions: 'clearProblem' },
        'books.read': [
          { guard: 'hasLostPlan', target: 'ending' },
          { guard: 'isGoingOn', target: 'steady' },
        ],
      },
    },
    undoing: {
      description: 'The provider is asked to let it go on.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'undoPlanEnd',
        src: 'setPlanEnd',
        input: ({ context }) => act.planEnd(context, false),
        onDone: { target: 'steady', actions: 'keepPlanEnd' },
        onError: { target: 'scheduled', actions: 'keepProblem' },
      },
      on: { 'books.read': { guard: 'hasLostPlan', target: 'ending' } },
    },
    ending: {
      description: 'Nobody pays for it any more; the workspace is on its way to Free.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      entry: raise({ type: 'plan.ended' }),
      on: { 'plan.applied': 'steady' },
    },
  },
})

export const provisioning = account.createStateConfig({
  description: 'Does the workspace have what its plan says?',
  initial: 'ready',
  states: {
    ready: {
      description: 'It has what its plan says.',
      tags: 'healthy',
      meta: { screen: 'none' },
      on: { 'plan.ended': 'changing', 'plan.paid': 'changing' },
    },
    changing: {
      description: 'Seats and limits are being set.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'applyPlan',
        src: 'applyPlan',
        input: ({ context }) => act.planToApply(context),
        onDone: { target: 'ready', actions: ['markApplied', raise({ type: 'plan.applied' })] },
        onError: 'needsHuman',
      },
    },
    needsHuman: {
      description: 'Seats and limits could not be set; one of our people looks. What was open stays open meanwhile.',
      tags: 'problem',
      meta: { screen: 'none' },
      on: { 'operator.retried': 'changing' },
    },
  },
})
