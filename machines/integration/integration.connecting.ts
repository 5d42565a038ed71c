/** From the first look at the form to a key the provider has confirmed. */
import * as act from './integration.actions.ts'
import { card, integration } from './integration.words.ts'

const given = { guard: 'isTyped', target: 'checking', actions: 'keepCredential' } as const
const begun = { guard: 'isAuthorized', target: 'authorizing', actions: 'clearProblem', reenter: true } as const
/** What worked before is back to being broken; what never worked is given up. */
const giveUp = [
  { guard: 'wasConnected', target: '#integration.live.broken' },
  { target: '#integration.ending' },
] as const

export const connecting = integration.createStateConfig({
  description: 'A key is being given and tried.',
  initial: 'choosing',
  on: {
    'disconnect.asked': '#integration.ending',
    'workspace.closed': { target: '#integration.ending', actions: 'close' },
  },
  states: {
    choosing: {
      description: 'Picks the way this provider gives keys.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      always: [{ guard: 'isAuthorized', target: 'authorizing' }, { target: 'entering' }],
    },
    entering: {
      description: 'A key is asked for.',
      tags: 'waiting on person',
      meta: card,
      after: { formLifetime: [...giveUp] },
      on: { 'credential.given': given },
    },
    authorizing: {
      description: 'The person is at the provider’s page, and says yes or no there.',
      tags: 'waiting on person',
      meta: card,
      after: {
        authorizationLifetime: [
          {
            guard: 'wasConnected',
            target: '#integration.live.broken',
            actions: { type: 'blame', params: { problem: 'authorization.abandoned' } },
          },
          { target: '#integration.ending' },
        ],
      },
      on: {
        'authorization.begun': begun,
        'authorization.granted': { target: 'exchanging', actions: 'keepCode' },
        'authorization.denied': {
          target: 'refused',
          actions: { type: 'blame', params: { problem: 'authorization.denied' } },
        },
      },
    },
    exchanging: {
      description: 'The code they came back with is handed in for a key.',
      tags: 'waiting on us',
      meta: card,
      invoke: {
        id: 'exchangeCode',
        src: 'exchangeCode',
        input: ({ context }) => act.codeToExchange(context),
        onDone: { target: 'checking', actions: 'keepExchanged' },
        onError: [
          { guard: 'isRefused', target: 'refused', actions: ['keepProblem', 'dropCode'] },
          { target: 'unreachable', actions: 'keepProblem' },
        ],
      },
    },
    checking: {
      description: 'The key is tried at the provider.',
      tags: 'waiting on us',
      meta: card,
      invoke: {
        id: 'checkCredential',
        src: 'checkCredential',
        input: ({ context }) => act.credentialOf(context),
        onDone: { target: '#integration.live', actions: 'keepSeen' },
        onError: [
          { guard: 'isRefused', target: 'refused', actions: ['keepProblem', 'dropCredential'] },
          { target: 'unreachable', actions: 'keepProblem' },
        ],
      },
    },
    refused: {
      description: 'The provider said no; another key may be given.',
      tags: 'problem',
      meta: card,
      after: { formLifetime: [...giveUp] },
      on: { 'credential.given': given, 'authorization.begun': begun },
    },
    unreachable: {
      description: 'The provider does not answer; we try again by ourselves.',
      tags: 'problem',
      meta: card,
      entry: 'countMiss',
      after: { askAgain: 'resuming' },
      on: { 'integration.retried': 'resuming', 'credential.given': given },
    },
    resuming: {
      description: 'Picks up where the provider was lost.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      always: [{ guard: 'hasCode', target: 'exchanging' }, { target: 'checking' }],
    },
  },
})
