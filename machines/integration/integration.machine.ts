/**
 * One connection of a workspace to another company: GitHub, Anthropic, npm or Open VSX.
 *
 *   connecting   entering (a key is asked for) or authorizing (the person is at the provider's page); exchanging a code for
 *                a key; checking the key there; refused (another may be given); unreachable (tried again by itself)
 *   live         connected; checkingHealth now and then; unconfirmed while the provider does not answer; telling people when it
 *                knows the key no more, broken until somebody acts, rechecking that once a day
 *   ending       revoking the key at the provider, forgetting it here; notRevoked and notForgotten until that works
 *   disconnected, left
 *
 * Promises: nothing is called connected that the provider has not confirmed; one that breaks is told to people, once; it ends
 * without a sealed key of it left; a key that could not be taken back is said to be, and while the workspace goes a human
 * looks.
 */
import * as act from './integration.actions.ts'
import { connecting } from './integration.connecting.ts'
import { ending } from './integration.ending.ts'
import { live } from './integration.live.ts'
import { card, integration } from './integration.words.ts'

export const integrationMachine = integration.createMachine({
  id: 'integration',
  version: '1',
  context: ({ input }) => act.emptyContext(input),
  initial: 'connecting',
  states: {
    connecting,
    live,
    ending,
    disconnected: {
      description: 'It worked once and is ended; nothing of its key is left here.',
      type: 'final',
      tags: 'ended',
      meta: card,
    },
    left: {
      description: 'It never worked, and is given up.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
    },
  },
})
