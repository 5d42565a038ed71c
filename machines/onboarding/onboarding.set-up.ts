/** The second part: who they are and what they choose; and beside it, how long we wait for them. */
import * as act from './onboarding.actions.ts'
import { onboarding } from './onboarding.words.ts'

export const setUp = onboarding.createStateConfig({
  description: 'The person says who they are and chooses a plan.',
  type: 'parallel',
  states: {
    step: {
      description: 'What is asked now.',
      initial: 'profile',
      states: {
        profile: {
          description: 'Waiting for name, company, role and a password.',
          tags: 'waiting on person',
          meta: { screen: 'ProfileStep' },
          on: { 'profile.saved': { guard: 'hasPassword', target: 'readingPlans', actions: 'keepProfile' } },
        },
        readingPlans: {
          description: 'The plans on offer are being read.',
          tags: 'waiting on us',
          meta: { screen: 'PlansLoadingStep' },
          invoke: {
            id: 'readPlans',
            src: 'readPlans',
            input: ({ context }) => ({ onboardingId: context.onboardingId, embeddingKey: context.embeddingKey }),
            onDone: { target: 'plan', actions: 'keepPlans' },
            onError: {
              target: 'plansUnreadable',
              actions: { type: 'keepProblem', params: { problem: 'plans.unreadable' } },
            },
          },
          on: { 'step.back': { target: 'profile', actions: 'clearProblem' } },
        },
        plan: {
          description: 'Waiting for the choice of a plan.',
          tags: 'waiting on person',
          meta: { screen: 'PlanStep' },
          on: {
            'plan.chosen': [
              { guard: 'isFree', target: '#onboarding.settingUp', actions: 'keepPlan' },
              { guard: 'isPaidByCard', target: 'payment', actions: 'keepPlan' },
              { target: 'readingPlans', actions: { type: 'keepProblem', params: { problem: 'plan.unavailable' } } },
            ],
            'step.back': { target: 'profile', actions: 'clearProblem' },
          },
        },
        payment: {
          description: 'A card is being set up and charged.',
          tags: 'waiting on person',
          meta: { screen: 'PaymentScreen' },
          entry: 'countPayment',
          invoke: {
            id: 'payment',
            src: 'payment',
            input: ({ context }) => act.bill(context),
            onDone: [
              { guard: 'isPaid', target: '#onboarding.settingUp', actions: 'keepPayment' },
              { target: 'readingPlans', actions: 'keepPaymentProblem' },
            ],
          },
        },
        plansUnreadable: {
          description: 'The plans could not be read, after several tries.',
          tags: 'problem',
          meta: { screen: 'PlansFailedStep' },
          on: {
            'plans.requested': { target: 'readingPlans', actions: 'clearProblem' },
            'step.back': { target: 'profile', actions: 'clearProblem' },
          },
        },
      },
    },
    patience: {
      description: 'How long we wait for the next step, and what we say meanwhile.',
      initial: 'awake',
      on: { 'profile.saved': '.awake', 'step.back': '.awake', 'plans.requested': '.awake', 'plan.chosen': '.awake' },
      states: {
        awake: {
          description: 'The person was here not long ago.',
          tags: 'healthy',
          meta: { screen: 'none' },
          after: { firstReminder: 'remindingOnce' },
        },
        remindingOnce: {
          description: 'The first reminder is being sent.',
          tags: 'waiting on us',
          meta: { screen: 'none' },
          invoke: {
            id: 'remindOnce',
            src: 'sendReminder',
            input: ({ context }) => act.reminder(context, 1),
            onDone: 'remindedOnce',
            onError: 'remindedTwice',
          },
        },
        remindedOnce: {
          description: 'They were reminded once.',
          tags: 'waiting on person',
          meta: { screen: 'none' },
          after: { secondReminder: 'remindingTwice' },
        },
        remindingTwice: {
          description: 'The second reminder is being sent.',
          tags: 'waiting on us',
          meta: { screen: 'none' },
          invoke: {
            id: 'remindTwice',
            src: 'sendReminder',
            input: ({ context }) => act.reminder(context, 2),
            onDone: 'remindedTwice',
            onError: 'remindedTwice',
          },
        },
        remindedTwice: {
          description: 'They were reminded as often as we do; nothing more is sent.',
          tags: 'waiting on person',
          meta: { screen: 'none' },
          after: {
            abandonAfter: [
              { guard: 'hasPayments', target: '#onboarding.abandoning' },
              { target: '#onboarding.abandoned' },
            ],
          },
        },
      },
    },
  },
})
