/**
 * Takes a workspace away, resource by resource: the way it was made, backwards over the ledger, with its billing first.
 *
 *   choosing    picks the next resource, or ends
 *   removing    it is being taken away; one that is gone already counts as gone
 *   retrying    that failed; the next round comes by itself
 *   needsHuman  it failed again and again: an operator looks, and says when to go on
 *   gone        nothing is left but what the law wants kept
 *
 * Promises: the order never changes; nothing is skipped; it ends in `gone` or `needsHuman`, never in silence; whoever
 * started it hears every change.
 */
import { setup } from 'xstate'
import type { LeafTag, StateMeta } from '../kit/flow.ts'
import * as act from './cleaning.actions.ts'
import { cleaningDelays } from './cleaning.delays.ts'
import { clean } from './cleaning.effects.ts'
import * as is from './cleaning.guards.ts'
import type { CleaningContext, CleaningEvent, CleaningInput, CleaningOutput } from './cleaning.types.ts'

export const cleaningMachine = setup({
  types: {
    input: {} as CleaningInput,
    context: {} as CleaningContext,
    events: {} as CleaningEvent,
    output: {} as CleaningOutput,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: { clean },
  actions: act.cleaningActions,
  guards: { isEverythingGone: is.isEverythingGone, hasTriesLeft: is.hasTriesLeft },
  delays: cleaningDelays,
}).createMachine({
  id: 'cleaning',
  version: '1',
  context: ({ input }) => act.emptyContext(input),
  initial: 'choosing',
  output: ({ context: { steps } }) => ({ steps }),
  states: {
    choosing: {
      description: 'Picks the next resource.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      always: [{ guard: 'isEverythingGone', target: 'gone' }, { target: 'removing' }],
    },
    removing: {
      description: 'One resource is being taken away.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      entry: ['beginTry', 'report'],
      invoke: {
        id: 'clean',
        src: 'clean',
        input: ({ context }) => act.stepInput(context),
        onDone: { target: 'choosing', actions: 'finishStep' },
        onError: [
          { guard: 'hasTriesLeft', target: 'retrying', actions: 'keepCode' },
          { target: 'needsHuman', actions: 'keepCode' },
        ],
      },
    },
    retrying: {
      description: 'It could not be taken away; the next round comes by itself.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      entry: [{ type: 'mark', params: { status: 'retrying' } }, 'report'],
      after: { retryDelay: 'removing' },
      on: { 'operator.retried': { target: 'removing', actions: 'renewTries' } },
    },
    needsHuman: {
      description: 'It could not be taken away; an operator has to look.',
      tags: 'problem',
      meta: { screen: 'none' },
      entry: [{ type: 'mark', params: { status: 'failed' } }, 'report', 'callHuman'],
      exit: 'dismissHuman',
      on: { 'operator.retried': { target: 'removing', actions: 'renewTries' } },
    },
    gone: {
      description: 'Nothing is left but what the law wants kept.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
      entry: 'report',
    },
  },
})
