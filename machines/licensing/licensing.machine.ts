/**
 * What follows when a licence is given to a member, or taken back. It is counted already: that is the commit this begins
 * with.
 *
 *   asked      which of the two it is
 *   giving     the workspace is told that they hold it
 *   notGiven   that could not be done; an operator retries
 *   given
 *   taking     the workspace is told that they hold it no more
 *   notTaken   that could not be done; an operator retries
 *   taken
 *
 * Promise: the workspace ends up with what was last decided, or an operator sees why not.
 */
import { assign, setup } from 'xstate'
import { codeOf, effect } from '../kit/effect.ts'
import type { LeafTag, StateMeta } from '../kit/flow.ts'
import type { GiveLicence, LicensingContext, LicensingEvent, LicensingInput, TakeLicence } from './licensing.types.ts'

/** One row of the ledger, and one name of the licence, whichever way it goes. */
const identity = ({ tenantId, licence, userId }: GiveLicence['input']) => `licence/${tenantId}/${licence}/${userId}`

const giveLicence = effect<GiveLicence['input'], GiveLicence['output']>({ identity, attempts: 12 })
const takeLicence = effect<TakeLicence['input'], TakeLicence['output']>({ identity, attempts: 12 })

const which = ({ context: { changeId, tenantId, userId, licence } }: { context: LicensingContext }) => ({
  changeId,
  tenantId,
  userId,
  licence,
})

export const licensingMachine = setup({
  types: {
    input: {} as LicensingInput,
    context: {} as LicensingContext,
    events: {} as LicensingEvent,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: { giveLicence, takeLicence },
  guards: { isGift: ({ context }) => context.change === 'give' },
  actions: {
    keepFailure: assign({ problem: ({ event }) => codeOf((event as { error?: unknown }).error) }),
    clearProblem: assign({ problem: null }),
  },
}).createMachine({
  id: 'licensing',
  version: '1',
  context: ({ input }) => ({ ...input, problem: null }),
  initial: 'asked',
  states: {
    asked: {
      description: 'Is the licence given, or taken back?',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      always: [{ guard: 'isGift', target: 'giving' }, { target: 'taking' }],
    },
    giving: {
      description: 'The workspace is told that they hold the licence.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'giveLicence',
        src: 'giveLicence',
        input: which,
        onDone: 'given',
        onError: { target: 'notGiven', actions: 'keepFailure' },
      },
    },
    notGiven: {
      description: 'The workspace could not be told; an operator has to look.',
      tags: 'problem',
      meta: { screen: 'none' },
      on: { 'operator.retried': { target: 'giving', actions: 'clearProblem' } },
    },
    given: {
      description: 'The workspace knows that they hold it.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
    },
    taking: {
      description: 'The workspace is told that they hold it no more.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'takeLicence',
        src: 'takeLicence',
        input: which,
        onDone: 'taken',
        onError: { target: 'notTaken', actions: 'keepFailure' },
      },
    },
    notTaken: {
      description: 'The workspace could not be told; an operator has to look.',
      tags: 'problem',
      meta: { screen: 'none' },
      on: { 'operator.retried': { target: 'taking', actions: 'clearProblem' } },
    },
    taken: {
      description: 'The workspace knows that they hold it no more.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
    },
  },
})
