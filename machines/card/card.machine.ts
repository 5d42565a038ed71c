/**
 * Replacing the card a workspace is paid with, from the open form to the card that is charged from now on.
 *
 *   opening      the provider is asked for a card set-up, or the open one is found again
 *   entering     the person fills in the card; the form is the provider's own
 *   confirming   the form says it is done: we ask the provider, and believe only that
 *   settling     the bank takes its time; we ask again
 *   adopting     what is open is paid with it, and it becomes the default
 *   closing      the person left: the open form is taken back
 *   unreachable  the provider cannot be reached; the card before stays meanwhile
 *   replaced, left
 *
 * Promises: a card that cannot pay what is open never takes the place of another; no card is kept because a browser says
 * so; leaving changes nothing.
 */
import { setup } from 'xstate'
import type { LeafTag, StateMeta } from '../kit/flow.ts'
import * as act from './card.actions.ts'
import { cardDelays } from './card.delays.ts'
import { adoptCard, closeCard, openCard, readSetup } from './card.effects.ts'
import * as is from './card.guards.ts'
import type { CardContext, CardEvent, CardInput } from './card.types.ts'

export const cardMachine = setup({
  types: {
    input: {} as CardInput,
    context: {} as CardContext,
    events: {} as CardEvent,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: { openCard, readSetup, adoptCard, closeCard },
  guards: {
    isSucceeded: is.hasState('succeeded'),
    isProcessing: is.hasState('processing'),
    isGone: is.hasState('gone'),
    isAdopted: is.hasState('adopted'),
    hasSetup: is.hasSetup,
    hasNoCustomer: is.hasNoCustomer,
  },
  actions: act.cardActions,
  delays: cardDelays,
}).createMachine({
  id: 'card',
  version: '1',
  context: ({ input }) => act.emptyContext(input),
  initial: 'opening',
  states: {
    opening: {
      description: 'A card set-up is being opened.',
      tags: 'waiting on us',
      meta: { screen: 'CardDialog' },
      invoke: {
        id: 'openCard',
        src: 'openCard',
        input: ({ context }) => act.setupToOpen(context),
        onDone: { target: 'entering', actions: 'keepSetup' },
        onError: [{ guard: 'hasNoCustomer', target: 'left' }, { target: 'unreachable' }],
      },
      on: { 'card.left': 'closing' },
    },
    entering: {
      description: 'The card form is open.',
      tags: 'waiting on person',
      meta: { screen: 'CardDialog' },
      after: { formLifetime: 'closing' },
      on: { 'card.submitted': { target: 'confirming', actions: 'clearProblem' }, 'card.left': 'closing' },
    },
    confirming: {
      description: 'The provider is asked what became of the card.',
      tags: 'waiting on us',
      meta: { screen: 'CardDialog' },
      invoke: {
        id: 'readSetup',
        src: 'readSetup',
        input: ({ context }) => act.setupToRead(context),
        onDone: [
          { guard: 'isSucceeded', target: 'adopting', actions: 'keepCard' },
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
      meta: { screen: 'CardDialog' },
      after: { askAgain: 'confirming' },
      on: { 'card.left': 'closing' },
    },
    adopting: {
      description: 'What is open is being paid with it.',
      tags: 'waiting on us',
      meta: { screen: 'CardDialog' },
      invoke: {
        id: 'adoptCard',
        src: 'adoptCard',
        input: ({ context }) => act.cardToAdopt(context),
        onDone: [
          { guard: 'isAdopted', target: 'replaced' },
          { target: 'opening', actions: ['keepProblem', 'countAttempt'] },
        ],
        onError: 'unreachable',
      },
    },
    unreachable: {
      description: 'The provider cannot be reached, after many tries.',
      tags: 'problem',
      meta: { screen: 'CardDialog' },
      entry: 'blameProvider',
      after: { askAgainLater: 'asking' },
      on: { 'card.retried': 'asking', 'card.left': 'closing' },
    },
    asking: {
      description: 'Picks up where the provider was lost.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      always: [{ guard: 'hasSetup', target: 'confirming' }, { target: 'opening' }],
    },
    closing: {
      description: 'What was opened is taken back.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'closeCard',
        src: 'closeCard',
        input: ({ context }) => act.whose(context),
        onDone: 'left',
        onError: 'notClosed',
      },
    },
    notClosed: {
      description: 'What was opened could not be taken back yet; we try again by ourselves.',
      tags: 'problem',
      meta: { screen: 'none' },
      after: { askAgainLater: 'closing' },
    },
    replaced: {
      description: 'The card is the one that is charged from now on.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'CardDialog' },
    },
    left: {
      description: 'Nothing has changed.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
    },
  },
})
