/**
 * A run of steps over the resource ledger: it makes what was ordered, or takes back what it made.
 *
 *   choosing       picks the next step, or ends
 *   executing      the step is being done
 *   probing        its outcome is unknown (time ran out): we look before we repeat
 *   verifying      it is done; we look whether it holds
 *   retrying       it failed; we wait before the next try
 *   compensating   it cannot be done: everything made so far is taken back, last made first; a step that is best effort
 *                  (the welcome mail) is marked as failed instead, and the run goes on
 *   needsHuman     we cannot tell, or cannot take back: an operator decides
 *   succeeded, compensated
 *
 * Promises: a step whose outcome is unknown is never simply repeated; a run ends in `succeeded`, `compensated` or
 * `needsHuman`, never in silence; the parent hears every change.
 */
import { setup } from 'xstate'
import type { LeafTag, StateMeta } from '../kit/flow.ts'
import * as act from './provisioning.actions.ts'
import { provisioningDelays } from './provisioning.delays.ts'
import { compensateStep, executeStep, probeStep, verifyStep } from './provisioning.effects.ts'
import * as is from './provisioning.guards.ts'
import type {
  ProvisioningContext,
  ProvisioningEvent,
  ProvisioningInput,
  ProvisioningOutput,
} from './provisioning.types.ts'

export const provisioningMachine = setup({
  types: {
    input: {} as ProvisioningInput,
    context: {} as ProvisioningContext,
    events: {} as ProvisioningEvent,
    output: {} as ProvisioningOutput,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: { executeStep, probeStep, verifyStep, compensateStep },
  actions: act.provisioningActions,
  guards: {
    isEverythingDone: is.isEverythingDone,
    isNothingLeft: is.isNothingLeft,
    isOutcomeUnknown: is.isOutcomeUnknown,
    isPermanent: is.isPermanent,
    hasTriesLeft: is.hasTriesLeft,
    isBestEffort: is.isBestEffort,
    isPresent: is.isPresent,
    isAbsent: is.isAbsent,
    isSound: is.isSound,
  },
  delays: provisioningDelays,
}).createMachine({
  id: 'provisioning',
  version: '1',
  context: ({ input }) => act.emptyContext(input),
  initial: 'choosing',
  output: ({ context }) => act.outcome(context),
  states: {
    choosing: {
      description: 'Picks the next step.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      always: [{ guard: 'isEverythingDone', target: 'succeeded' }, { target: 'executing' }],
    },
    executing: {
      description: 'The step is being done.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      entry: ['beginTry', 'report'],
      invoke: {
        id: 'executeStep',
        src: 'executeStep',
        input: ({ context }) => act.stepInput(context),
        onDone: { target: 'verifying', actions: 'keepFacts' },
        onError: [
          { guard: 'isOutcomeUnknown', target: 'probing', actions: 'keepCode' },
          { guard: 'isPermanent', target: 'compensating', actions: 'keepCode' },
          { guard: 'hasTriesLeft', target: 'retrying', actions: 'keepCode' },
          { guard: 'isBestEffort', target: 'choosing', actions: 'skipStep' },
          { target: 'compensating', actions: 'keepCode' },
        ],
      },
    },
    probing: {
      description: 'Nobody knows whether the step was done: we look.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      entry: [{ type: 'mark', params: { status: 'probing' } }, 'report'],
      invoke: {
        id: 'probeStep',
        src: 'probeStep',
        input: ({ context }) => act.stepInput(context),
        onDone: [
          { guard: 'isPresent', target: 'choosing', actions: 'adopt' },
          { guard: 'isAbsent', target: 'retrying' },
          { guard: 'isBestEffort', target: 'choosing', actions: 'skipStep' },
          { target: 'needsHuman', actions: { type: 'blame', params: { code: 'probe.ambiguous' } } },
        ],
        onError: [
          { guard: 'isBestEffort', target: 'choosing', actions: 'skipStep' },
          { target: 'needsHuman', actions: 'keepCode' },
        ],
      },
    },
    verifying: {
      description: 'The step was done: we look whether it holds.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      entry: [{ type: 'mark', params: { status: 'verifying' } }, 'report'],
      invoke: {
        id: 'verifyStep',
        src: 'verifyStep',
        input: ({ context }) => act.stepInput(context),
        onDone: [
          { guard: 'isSound', target: 'choosing', actions: 'finishStep' },
          { guard: 'hasTriesLeft', target: 'retrying', actions: { type: 'blame', params: { code: 'verify.failed' } } },
          { guard: 'isBestEffort', target: 'choosing', actions: 'skipStep' },
          { target: 'compensating', actions: { type: 'blame', params: { code: 'verify.failed' } } },
        ],
        onError: [
          { guard: 'isBestEffort', target: 'choosing', actions: 'skipStep' },
          { target: 'needsHuman', actions: 'keepCode' },
        ],
      },
    },
    retrying: {
      description: 'The step failed; the next try comes by itself.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      entry: [{ type: 'mark', params: { status: 'retrying' } }, 'reportRetry'],
      after: {
        retryDelay: [
          { guard: 'hasTriesLeft', target: 'executing' },
          { guard: 'isBestEffort', target: 'choosing', actions: 'skipStep' },
          { target: 'compensating' },
        ],
      },
    },
    compensating: {
      description: 'What was made is taken back, last made first.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      initial: 'picking',
      states: {
        picking: {
          description: 'Picks the next thing to take back.',
          tags: 'waiting on us',
          meta: { screen: 'none' },
          always: [{ guard: 'isNothingLeft', target: '#provisioning.compensated' }, { target: 'releasing' }],
        },
        releasing: {
          description: 'One thing is being taken back.',
          tags: 'waiting on us',
          meta: { screen: 'none' },
          entry: [{ type: 'mark', params: { status: 'compensating' } }, 'report'],
          invoke: {
            id: 'compensateStep',
            src: 'compensateStep',
            input: ({ context }) => act.stepInput(context),
            onDone: { target: 'picking', actions: 'release' },
            onError: { target: '#provisioning.needsHuman', actions: 'keepCode' },
          },
        },
      },
    },
    needsHuman: {
      description: 'We cannot tell, or cannot take back: an operator has to look.',
      tags: 'problem',
      meta: { screen: 'none' },
      entry: [{ type: 'mark', params: { status: 'failed' } }, 'report', 'callHuman'],
      exit: 'dismissHuman',
      on: {
        'operator.retried': { target: 'executing', actions: 'renewTries' },
        'operator.compensated': 'compensating',
      },
    },
    succeeded: {
      description: 'Everything ordered exists and holds.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
      entry: 'report',
    },
    compensated: {
      description: 'Nothing of the order is left.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
      entry: 'report',
    },
  },
})
