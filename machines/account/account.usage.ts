/**
 * Usage: do people know how much of their limits is used? What was reached is told one by one, each once; what comes
 * meanwhile, or while nobody can be reached, waits its turn.
 */
import * as act from './account.actions.ts'
import { account } from './account.words.ts'

export const usage = account.createStateConfig({
  description: 'Do people know how much of their limits is used?',
  initial: 'quiet',
  on: { 'usage.crossed': { actions: 'keepCrossing' } },
  states: {
    quiet: {
      description: 'There is nothing people were not told.',
      tags: 'healthy',
      meta: { screen: 'none' },
      on: {
        'usage.crossed': { target: 'telling', actions: 'keepCrossing' },
        // another plan has other limits
        'plan.applied': { guard: 'hasCrossing', target: 'telling' },
      },
    },
    telling: {
      description: 'A share of a limit is used, and those who see what is paid are being told.',
      tags: 'waiting on us',
      meta: { screen: 'none' },
      invoke: {
        id: 'tellUsage',
        src: 'tellUsage',
        input: ({ context }) => act.crossingToTell(context),
        onDone: [
          { guard: 'hasMoreCrossings', target: 'telling', reenter: true, actions: 'forgetCrossing' },
          { target: 'quiet', actions: 'forgetCrossing' },
        ],
        onError: 'untold',
      },
    },
    untold: {
      description: 'People could not be told; we try again by ourselves.',
      tags: 'problem',
      meta: { screen: 'none' },
      after: { tryAgain: 'telling' },
      on: { 'operator.retried': 'telling' },
    },
  },
})
