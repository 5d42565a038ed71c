/**
 * Standing: does the workspace owe money, and how far has that gone? Each step sends its notice first and waits only
 * once it is out, so no step can follow whose notice was never sent.
 */
import * as act from './account.actions.ts'
import type { DunningStep } from './account.types.ts'
import { account } from './account.words.ts'

type Lasts = 'pastDueLasts' | 'graceLasts' | 'restrictedLasts' | 'suspendedLasts'

/** A step of dunning: `telling`, then `told`; `untold` while nobody can be reached, and then its time stands still. */
const step = (name: DunningStep, description: string, then: { lasts: Lasts; next: string } | null) =>
  account.createStateConfig({
    description,
    initial: 'telling',
    states: {
      telling: {
        description: 'Its notice is being sent.',
        tags: 'waiting on us',
        meta: { screen: 'none' },
        invoke: {
          id: `tell-${name}`,
          src: 'sendDunning',
          input: ({ context }) => act.noticeToSend(context, name),
          onDone: { target: 'told', actions: { type: 'keepNotice', params: { step: name } } },
          onError: 'untold',
        },
      },
      told: {
        description: 'Its notice is out. We wait for the money.',
        tags: 'problem',
        meta: { screen: 'none' },
        ...(then && { after: { [then.lasts]: { target: `#account.open.standing.owing.${then.next}` } } }),
      },
      untold: {
        description: 'Its notice could not be sent; we try again by ourselves, and nothing follows before.',
        tags: 'problem',
        meta: { screen: 'none' },
        after: { tryAgain: 'telling' },
        on: { 'operator.retried': 'telling' },
      },
    },
  })

const owing = account.createStateConfig({
  description: 'Something is open that was tried to collect.',
  initial: 'pastDue',
  on: {
    'books.read': [
      { guard: 'isSettledAfterNotice', target: 'recovered' },
      { guard: 'isSettled', target: 'good' },
    ],
  },
  states: {
    pastDue: step('pastDue', 'A charge did not go through. Everything keeps working.', {
      lasts: 'pastDueLasts',
      next: 'grace',
    }),
    grace: step('grace', 'It is still open. Everything keeps working, with a date.', {
      lasts: 'graceLasts',
      next: 'restricted',
    }),
    restricted: step('restricted', 'Nothing new may be made; what is there keeps working.', {
      lasts: 'restrictedLasts',
      next: 'suspended',
    }),
    suspended: step('suspended', 'Only paying and taking data out are open.', {
      lasts: 'suspendedLasts',
      next: 'stopping',
    }),
    stopping: {
      description: 'The subscription is being ended at the provider.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'stopCollections',
        src: 'stopCollections',
        input: ({ context }) => act.whose(context),
        onDone: 'collectionsStopped',
        onError: 'notStopped',
      },
    },
    notStopped: {
      description: 'The subscription could not be ended yet; we try again by ourselves.',
      tags: 'problem',
      meta: { screen: 'none' },
      after: { tryAgain: 'stopping' },
      on: { 'operator.retried': 'stopping' },
    },
    collectionsStopped: step('collectionsStopped', 'Nothing is charged any more. What is owed stays owed.', null),
  },
})

export const standing = account.createStateConfig({
  description: 'Does it owe money?',
  initial: 'good',
  states: {
    good: {
      description: 'Nothing is owed.',
      tags: 'healthy',
      meta: { screen: 'none' },
      on: { 'books.read': { guard: 'isOwing', target: 'owing', actions: 'beginEpisode' } },
    },
    owing,
    recovered: {
      description: 'Everything is paid. We say thanks, once.',
      tags: 'healthy',
      meta: { screen: 'none' },
      invoke: {
        id: 'sendRecovery',
        src: 'sendRecovery',
        input: ({ context }) => act.thanksToSend(context),
        onDone: 'good',
        onError: 'unthanked',
      },
      on: { 'books.read': { guard: 'isOwing', target: 'owing', actions: 'beginEpisode' } },
    },
    unthanked: {
      description: 'Everything is paid, and nobody could be told yet.',
      tags: 'healthy',
      meta: { screen: 'none' },
      after: { tryAgain: 'recovered' },
      on: { 'books.read': { guard: 'isOwing', target: 'owing', actions: 'beginEpisode' } },
    },
  },
})
