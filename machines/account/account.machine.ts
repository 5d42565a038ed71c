/**
 * A tenant's account, from the moment its workspace is ready to the moment it is closed.
 *
 *   open            seven regions, at the same time
 *     lifecycle       live, or leaving
 *     books           what the provider says is read anew whenever it says that something changed
 *     standing        good; owing (pastDue, grace, restricted, suspended, collectionsStopped); recovered
 *     plan            steady; being paid for; or on its way to Free at the period's end, which can be undone
 *     provisioning    ready; changing; needsHuman
 *     usage           quiet; people are being told that a share of a limit is used
 *     hold            clear, or held by an operator
 *   closed          nothing is charged, told or changed any more
 *
 * Promises: only what was read at the provider moves money's states, so duplicates and any order of its news end alike; a
 * step of dunning follows only when the notice of the one before was sent; a payment never clears an operator's hold.
 */
import { raise } from 'xstate'
import * as act from './account.actions.ts'
import { plan, provisioning } from './account.plan.ts'
import { standing } from './account.standing.ts'
import { usage } from './account.usage.ts'
import { account } from './account.words.ts'

export const accountMachine = account.createMachine({
  id: 'account',
  version: '1',
  context: ({ input }) => act.emptyContext(input),
  initial: 'open',
  states: {
    open: {
      description: 'The tenant is with us.',
      type: 'parallel',
      on: { 'account.closed': 'closed' },
      states: {
        lifecycle: {
          description: 'Does it stay?',
          initial: 'live',
          states: {
            live: {
              description: 'The workspace stays.',
              tags: 'healthy',
              meta: { screen: 'none' },
              on: { 'leaving.began': 'leaving' },
            },
            leaving: {
              description: 'The workspace leaves, and may still come back.',
              tags: 'waiting on person',
              meta: { screen: 'none' },
              on: { 'leaving.undone': 'live' },
            },
          },
        },
        books: {
          description: 'Is what we know of its money still true?',
          // news that came before this actor was there is not lost: the first thing it does is look
          initial: 'reading',
          on: { 'billing.changed': '.reading' },
          states: {
            reading: {
              description: 'The provider is asked what is owed and subscribed to.',
              tags: 'waiting on us',
              meta: { screen: 'none' },
              invoke: {
                id: 'readBooks',
                src: 'readBooks',
                input: ({ context }) => act.whose(context),
                onDone: { target: 'current', actions: ['keepBooks', raise({ type: 'books.read' })] },
                onError: 'unread',
              },
              // what is being read may be older than this
              on: {
                'billing.changed': { target: 'reading', reenter: true },
                'plan.applied': { target: 'reading', reenter: true },
              },
            },
            current: {
              description: 'What we know was read after the last news.',
              tags: 'healthy',
              meta: { screen: 'none' },
            },
            unread: {
              description: 'The provider cannot be reached; we ask again by ourselves.',
              tags: 'problem',
              meta: { screen: 'none' },
              after: { readAgain: 'reading' },
              on: { 'operator.retried': 'reading' },
            },
          },
        },
        standing,
        plan,
        provisioning,
        usage,
        hold: {
          description: 'Has an operator stopped it?',
          initial: 'clear',
          states: {
            clear: {
              description: 'No operator has stopped it.',
              tags: 'healthy',
              meta: { screen: 'none' },
              on: { 'operator.held': { target: 'held', actions: 'keepHold' } },
            },
            held: {
              description: 'An operator has stopped it; only an operator lets it go on.',
              tags: 'problem',
              meta: { screen: 'none' },
              on: { 'operator.released': { target: 'clear', actions: 'forgetHold' } },
            },
          },
        },
      },
    },
    closed: {
      description: 'Nothing is charged, told or changed any more.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
    },
  },
})
