/**
 * Setting up a card and a subscription, from the first look at the card form to a paid first invoice.
 *
 *   opening         the provider is asked for a customer and a card set-up, or the open one is found again
 *   entering        the person fills in the card; the form is the provider's own
 *   rereading       the provider says that something changed: we look, and the form stays where it is meanwhile
 *   confirming      the form says it is done: we ask the provider, and believe only that
 *   settling        the bank takes its time; we ask again, and listen
 *   subscribing     the card holds: the one subscription of the tenant is made, or found
 *   authenticating  the bank wants the person to confirm the first charge
 *   rechecking      the provider says that something changed: we look, and the question stays where it is meanwhile
 *   checking        we ask whether they did
 *   closing         the person left, or what they agreed to is no longer for sale: what was opened is taken back
 *   notClosed       taking back has to wait: the provider cannot be reached
 *   unreachable     the provider cannot be reached; nothing was charged that we do not know of
 *   paid, left
 *
 * Promises: nothing is paid because a browser says so; one attempt makes at most one subscription; leaving takes back
 * what was opened.
 */
import { setup } from 'xstate'
import type { LeafTag, StateMeta } from '../kit/flow.ts'
import * as act from './payment.actions.ts'
import { paymentDelays } from './payment.delays.ts'
import { closeSetup, openSetup, readSetup, readSubscription, subscribe } from './payment.effects.ts'
import * as is from './payment.guards.ts'
import type { PaymentContext, PaymentEvent, PaymentInput, PaymentOutput } from './payment.types.ts'

export const paymentMachine = setup({
  types: {
    input: {} as PaymentInput,
    context: {} as PaymentContext,
    events: {} as PaymentEvent,
    output: {} as PaymentOutput,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: { openSetup, readSetup, subscribe, readSubscription, closeSetup },
  guards: {
    isSucceeded: is.hasState('succeeded'),
    isActive: is.hasState('active'),
    isProcessing: is.hasState('processing'),
    isGone: is.hasState('gone'),
    needsAction: is.hasState('needs action'),
    isOutdated: is.isOutdated,
    hasSubscription: is.hasSubscription,
    hasSetup: is.hasSetup,
  },
  actions: act.paymentActions,
  delays: paymentDelays,
}).createMachine({
  id: 'payment',
  version: '1',
  context: ({ input }) => act.emptyContext(input),
  output: ({ context }) => act.outcome(context),
  initial: 'opening',
  states: {
    opening: {
      description: 'A card set-up is being opened.',
      tags: 'waiting on us',
      meta: { screen: 'PaymentOpeningStep' },
      invoke: {
        id: 'openSetup',
        src: 'openSetup',
        input: ({ context }) => act.setupToOpen(context),
        onDone: { target: 'entering', actions: 'keepSetup' },
        onError: [{ guard: 'isOutdated', target: 'closing', actions: 'keepRefusal' }, { target: 'unreachable' }],
      },
      on: { 'payment.left': 'closing' },
    },
    entering: {
      description: 'The card form is open.',
      tags: 'waiting on person',
      meta: { screen: 'PaymentStep' },
      after: { setupLifetime: 'closing' },
      on: {
        'card.submitted': { target: 'confirming', actions: 'clearProblem' },
        'payment.changed': 'rereading',
        'payment.left': 'closing',
      },
    },
    rereading: {
      description: 'Something about the card changed, and we look what; the card form stays open.',
      // the provider also tells of what we did ourselves, and nobody may lose a half-typed card to that
      tags: 'waiting on person',
      meta: { screen: 'PaymentStep' },
      invoke: {
        id: 'rereadSetup',
        src: 'readSetup',
        input: ({ context }) => act.setupToRead(context),
        onDone: [
          { guard: 'isSucceeded', target: 'subscribing', actions: 'keepCard' },
          { guard: 'isProcessing', target: 'settling' },
          { guard: 'isGone', target: 'opening', actions: 'countAttempt' },
          { target: 'entering', actions: 'keepNews' },
        ],
        onError: 'entering',
      },
      on: {
        'card.submitted': { target: 'confirming', actions: 'clearProblem' },
        // what is being read may be older than this
        'payment.changed': { target: 'rereading', reenter: true },
        'payment.left': 'closing',
      },
    },
    confirming: {
      description: 'The provider is asked what became of the card.',
      tags: 'waiting on us',
      meta: { screen: 'PaymentConfirmingStep' },
      invoke: {
        id: 'readSetup',
        src: 'readSetup',
        input: ({ context }) => act.setupToRead(context),
        onDone: [
          { guard: 'isSucceeded', target: 'subscribing', actions: 'keepCard' },
          { guard: 'isProcessing', target: 'settling' },
          { guard: 'isGone', target: 'opening', actions: 'countAttempt' },
          { target: 'entering', actions: 'keepProblem' },
        ],
        onError: 'unreachable',
      },
    },
    settling: {
      description: 'The bank takes its time.',
      tags: 'waiting on us',
      meta: { screen: 'PaymentConfirmingStep' },
      after: { askAgain: 'confirming' },
      on: { 'payment.changed': 'confirming', 'payment.left': 'closing' },
    },
    subscribing: {
      description: 'The subscription is being made.',
      tags: 'waiting on us',
      meta: { screen: 'PaymentConfirmingStep' },
      invoke: {
        id: 'subscribe',
        src: 'subscribe',
        input: ({ context }) => act.subscriptionToMake(context),
        onDone: [
          { guard: 'isActive', target: 'paid', actions: 'keepSubscription' },
          { guard: 'needsAction', target: 'authenticating', actions: 'keepSubscription' },
          { guard: 'isProcessing', target: 'waiting', actions: 'keepSubscription' },
          { target: 'opening', actions: ['keepProblem', 'countAttempt'] },
        ],
        onError: [{ guard: 'isOutdated', target: 'closing', actions: 'keepRefusal' }, { target: 'unreachable' }],
      },
    },
    authenticating: {
      description: 'The bank wants the person to confirm the first charge.',
      tags: 'waiting on person',
      meta: { screen: 'PaymentActionStep' },
      // the provider gives up a first payment after 23 hours and voids its invoice
      after: { actionLifetime: 'closing' },
      on: { 'card.submitted': 'checking', 'payment.changed': 'rechecking', 'payment.left': 'closing' },
    },
    rechecking: {
      description: 'Something about the charge changed, and we look what; the question to the person stays open.',
      tags: 'waiting on person',
      meta: { screen: 'PaymentActionStep' },
      invoke: {
        id: 'recheckSubscription',
        src: 'readSubscription',
        input: ({ context }) => act.subscriptionToRead(context),
        onDone: [
          { guard: 'isActive', target: 'paid' },
          { guard: 'needsAction', target: 'authenticating', actions: 'keepNews' },
          { guard: 'isProcessing', target: 'waiting' },
          { target: 'opening', actions: ['keepProblem', 'countAttempt'] },
        ],
        onError: 'authenticating',
      },
      on: {
        'card.submitted': 'checking',
        'payment.changed': { target: 'rechecking', reenter: true },
        'payment.left': 'closing',
      },
    },
    checking: {
      description: 'The provider is asked whether the charge was confirmed.',
      tags: 'waiting on us',
      meta: { screen: 'PaymentConfirmingStep' },
      invoke: {
        id: 'readSubscription',
        src: 'readSubscription',
        input: ({ context }) => act.subscriptionToRead(context),
        onDone: [
          { guard: 'isActive', target: 'paid' },
          { guard: 'needsAction', target: 'authenticating', actions: 'keepProblem' },
          { guard: 'isProcessing', target: 'waiting' },
          { target: 'opening', actions: ['keepProblem', 'countAttempt'] },
        ],
        onError: 'unreachable',
      },
    },
    waiting: {
      description: 'The first charge takes its time.',
      tags: 'waiting on us',
      meta: { screen: 'PaymentConfirmingStep' },
      after: { askAgain: 'checking' },
      on: { 'payment.changed': 'checking' },
    },
    unreachable: {
      description: 'The provider cannot be reached, after many tries.',
      tags: 'problem',
      meta: { screen: 'PaymentUnreachableStep' },
      entry: 'blameProvider',
      after: { askAgainLater: 'asking' },
      on: { 'payment.retried': 'asking', 'payment.left': 'closing' },
    },
    asking: {
      description: 'Picks up where the provider was lost.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      always: [
        { guard: 'hasSubscription', target: 'checking' },
        { guard: 'hasSetup', target: 'confirming' },
        { target: 'opening' },
      ],
    },
    closing: {
      description: 'What was opened is taken back.',
      tags: 'waiting on us',
      meta: { screen: 'PaymentOpeningStep' },
      invoke: {
        id: 'closeSetup',
        src: 'closeSetup',
        input: ({ context }) => act.setupToClose(context),
        onDone: 'left',
        onError: 'notClosed',
      },
    },
    notClosed: {
      description: 'What was opened could not be taken back yet; we try again by ourselves.',
      tags: 'problem',
      meta: { screen: 'PaymentUnreachableStep' },
      after: { askAgainLater: 'closing' },
      on: { 'payment.retried': 'closing' },
    },
    paid: {
      description: 'The first invoice is paid.',
      type: 'final',
      entry: 'markPaid',
      tags: 'ended',
      meta: { screen: 'none' },
    },
    left: {
      description: 'The person left, and nothing is open any more.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
    },
  },
})
