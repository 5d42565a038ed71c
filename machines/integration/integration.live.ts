/** A key that worked: looked at now and then, until it is taken back. */
import * as act from './integration.actions.ts'
import { card, integration } from './integration.words.ts'

const reconnect = {
  'credential.given': { guard: 'isTyped', target: '#integration.connecting.checking', actions: 'keepCredential' },
  'authorization.begun': {
    guard: 'isAuthorized',
    target: '#integration.connecting.authorizing',
    actions: 'clearProblem',
  },
} as const

export const live = integration.createStateConfig({
  description: 'The key has worked.',
  initial: 'connected',
  on: {
    'disconnect.asked': '#integration.ending',
    'workspace.closed': { target: '#integration.ending', actions: 'close' },
  },
  states: {
    connected: {
      description: 'The provider has confirmed the key.',
      tags: 'healthy',
      meta: card,
      after: { healthCheck: 'checkingHealth' },
      on: { 'check.asked': 'checkingHealth' },
    },
    checkingHealth: {
      description: 'We look whether the key still works.',
      tags: 'healthy',
      meta: card,
      invoke: {
        id: 'checkHealth',
        src: 'checkCredential',
        input: ({ context }) => act.credentialOf(context),
        onDone: { target: 'connected', actions: 'keepSeen' },
        onError: [
          { guard: 'isRefused', target: 'telling', actions: ['keepProblem', 'countBreak'] },
          { target: 'unconfirmed', actions: 'keepProblem' },
        ],
      },
    },
    unconfirmed: {
      description: 'The provider did not answer when we looked; we look again by ourselves.',
      tags: 'problem',
      meta: card,
      entry: 'countMiss',
      after: { askAgain: 'checkingHealth' },
      on: { 'integration.retried': 'checkingHealth' },
    },
    telling: {
      description: 'The provider knows the key no more, and whoever could connect it again is being told.',
      tags: 'problem',
      meta: card,
      invoke: {
        id: 'tellBroken',
        src: 'tellBroken',
        input: ({ context }) => act.broken(context),
        onDone: 'broken',
        // the page says it all the same
        onError: 'broken',
      },
      on: reconnect,
    },
    broken: {
      description: 'The provider knows the key no more: somebody has to connect it again.',
      tags: 'problem',
      meta: card,
      // one whose new key was refused, too, has none that could be tried
      after: { recheck: { guard: 'hasCredential', target: 'rechecking' } },
      on: { ...reconnect, 'check.asked': { guard: 'hasCredential', target: 'rechecking' } },
    },
    rechecking: {
      description: 'We look whether the broken key works again.',
      tags: 'problem',
      meta: card,
      invoke: {
        id: 'recheck',
        src: 'checkCredential',
        input: ({ context }) => act.credentialOf(context),
        onDone: { target: 'connected', actions: 'keepSeen' },
        // people know already
        onError: 'broken',
      },
    },
  },
})
