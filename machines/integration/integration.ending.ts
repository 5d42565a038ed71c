/** From the wish to be rid of it to nothing left. */
import * as act from './integration.actions.ts'
import { card, integration } from './integration.words.ts'

export const ending = integration.createStateConfig({
  description: 'The key is taken back at the provider, and forgotten here.',
  initial: 'choosing',
  on: { 'workspace.closed': { actions: 'close' } },
  states: {
    choosing: {
      description: 'A key that never worked, or was never given, needs no taking back.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      always: [{ guard: 'hasCredential', target: 'revoking' }, { target: 'forgetting' }],
    },
    revoking: {
      description: 'The provider is asked to take the key back.',
      tags: 'waiting on us',
      meta: card,
      invoke: {
        id: 'revokeCredential',
        src: 'revokeCredential',
        input: ({ context }) => act.credentialOf(context),
        onDone: { target: 'forgetting', actions: 'keepRevocation' },
        onError: [
          { guard: 'isClosing', target: 'notRevoked', actions: 'keepProblem' },
          { target: 'forgetting', actions: { type: 'judgeRevocation', params: { revocation: 'failed' } } },
        ],
      },
    },
    notRevoked: {
      description: 'The workspace goes, and the provider keeps the key alive: somebody has to look.',
      tags: 'problem',
      meta: card,
      on: { 'integration.retried': { target: 'revoking', actions: 'clearProblem' } },
    },
    forgetting: {
      description: 'What was sealed here is deleted.',
      tags: 'waiting on us',
      meta: card,
      invoke: {
        id: 'forgetIntegration',
        src: 'forgetIntegration',
        input: ({ context }) => act.ours(context),
        onDone: [{ guard: 'wasConnected', target: '#integration.disconnected' }, { target: '#integration.left' }],
        onError: 'notForgotten',
      },
    },
    notForgotten: {
      description: 'It could not be deleted yet; we try again by ourselves.',
      tags: 'problem',
      meta: { screen: 'none' },
      after: { forgetAgain: 'forgetting' },
      on: { 'integration.retried': 'forgetting' },
    },
  },
})
