/**
 * One change of somebody's password, from the moment the old one was right.
 *
 *   setting   the new one is set, and their other sessions end
 *   stuck     that could not be done; an operator retries
 *   telling   they are told by mail
 *   changed
 *
 * Promise: nobody's password changes without a mail to them that says so.
 */
import { assign, setup } from 'xstate'
import { codeOf, effect } from '../kit/effect.ts'
import type { LeafTag, StateMeta } from '../kit/flow.ts'
import type { PasswordContext, PasswordEvent, PasswordInput, SetPassword, TellPassword } from './password.types.ts'

const HOUR_MS = 3_600_000

const setPassword = effect<SetPassword['input'], SetPassword['output']>({
  identity: ({ changeId }) => `password/${changeId}`,
  attempts: 12,
})
const tellPassword = effect<TellPassword['input'], TellPassword['output']>({
  identity: ({ changeId }) => `password-changed/${changeId}`,
  attempts: 12,
  maxBackoffMs: HOUR_MS,
})

export const passwordMachine = setup({
  types: {
    input: {} as PasswordInput,
    context: {} as PasswordContext,
    events: {} as PasswordEvent,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: { setPassword, tellPassword },
  actions: {
    keepFailure: assign({ problem: ({ event }) => codeOf((event as { error?: unknown }).error) }),
    clearProblem: assign({ problem: null }),
  },
}).createMachine({
  id: 'password',
  version: '1',
  context: ({ input }) => ({ ...input, problem: null }),
  initial: 'setting',
  states: {
    setting: {
      description: 'The new password is set, and every other session ends.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'setPassword',
        src: 'setPassword',
        input: ({ context: { changeId, userId, passwordRef, keptSession } }) => ({
          changeId,
          userId,
          passwordRef,
          keptSession,
        }),
        onDone: 'telling',
        onError: { target: 'stuck', actions: 'keepFailure' },
      },
    },
    stuck: {
      description: 'The new password could not be set; the old one still works.',
      tags: 'problem',
      meta: { screen: 'none' },
      on: { 'operator.retried': { target: 'setting', actions: 'clearProblem' } },
    },
    telling: {
      description: 'They are told by mail.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'tellPassword',
        src: 'tellPassword',
        input: ({ context: { changeId, email, name } }) => ({ changeId, email, name }),
        onDone: 'changed',
        onError: { target: 'changed', actions: 'keepFailure' },
      },
    },
    changed: {
      description: 'The new password is the one that works.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
    },
  },
})
