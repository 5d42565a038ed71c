/**
 * What follows when a member is taken off a team's list, or leaves. The list itself is shorter already: that is the
 * commit this begins with.
 *
 *   taking    the workspace is shut to them and their sessions end
 *   stuck     that could not be done; an operator retries
 *   telling   they are told by mail
 *   removed
 *
 * Promise: whoever was removed ends up without access, or an operator sees why not.
 */
import { assign, setup } from 'xstate'
import { codeOf, effect } from '../kit/effect.ts'
import type { LeafTag, StateMeta } from '../kit/flow.ts'
import type { RemovalContext, RemovalEvent, RemovalInput, TakeAccess, TellRemoved } from './removal.types.ts'

const HOUR_MS = 3_600_000

/** The same name as the access had when it was given: one row of the ledger. */
const takeAccess = effect<TakeAccess['input'], TakeAccess['output']>({
  identity: ({ tenantId, userId }) => `access/${tenantId}/${userId}`,
  attempts: 12,
})
const tellRemoved = effect<TellRemoved['input'], TellRemoved['output']>({
  identity: ({ removalId }) => `removed/${removalId}`,
  attempts: 12,
  maxBackoffMs: HOUR_MS,
})

export const removalMachine = setup({
  types: {
    input: {} as RemovalInput,
    context: {} as RemovalContext,
    events: {} as RemovalEvent,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: { takeAccess, tellRemoved },
  actions: {
    keepFailure: assign({ problem: ({ event }) => codeOf((event as { error?: unknown }).error) }),
    clearProblem: assign({ problem: null }),
  },
}).createMachine({
  id: 'removal',
  version: '1',
  context: ({ input }) => ({ ...input, problem: null }),
  initial: 'taking',
  states: {
    taking: {
      description: 'The workspace is shut to them, and their sessions end.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'takeAccess',
        src: 'takeAccess',
        input: ({ context: { tenantId, userId } }) => ({ tenantId, userId }),
        onDone: 'telling',
        onError: { target: 'stuck', actions: 'keepFailure' },
      },
    },
    stuck: {
      description: 'The workspace could not be shut to them; an operator has to look.',
      tags: 'problem',
      meta: { screen: 'none' },
      on: { 'operator.retried': { target: 'taking', actions: 'clearProblem' } },
    },
    telling: {
      description: 'They are told by mail.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'tellRemoved',
        src: 'tellRemoved',
        input: ({ context: { removalId, tenantId, userId, email, name, by } }) => ({
          removalId,
          tenantId,
          userId,
          email,
          name,
          by,
        }),
        onDone: 'removed',
        onError: { target: 'removed', actions: 'keepFailure' },
      },
    },
    removed: {
      description: 'Nothing of the workspace is open to them.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
    },
  },
})
