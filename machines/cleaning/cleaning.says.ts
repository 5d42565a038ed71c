/** A clean-up in plain language. */
import type { Says } from '../kit/says.ts'

export const cleaningSays: Says = {
  title: 'The clean-up',
  summary:
    'Takes a workspace away, resource by resource, with its billing first and its key last. Nothing is skipped; what does not work waits for one of our people.',
  events: { 'operator.retried': 'An operator asked to try it again.' },
  delays: { retryDelay: 'The next round is due.' },
  answers: {
    'clean done': 'One resource is gone.',
    'clean failed': 'One resource could not be taken away.',
  },
  guards: {
    isEverythingGone: 'nothing is left to take away',
    hasTriesLeft: 'another round may follow by itself',
  },
  effects: { clean: 'takes one resource away' },
}
