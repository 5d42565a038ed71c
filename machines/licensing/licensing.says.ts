/** The change of a member's licence in plain language. */
import type { Says } from '../kit/says.ts'

export const licensingSays: Says = {
  title: 'Giving and taking a licence',
  summary: 'What follows when a licence is given to a member, or taken back: the workspace itself is told.',
  events: { 'operator.retried': 'An operator asked to tell the workspace again.' },
  delays: {},
  answers: {
    'giveLicence done': 'The workspace knows how it stands with this licence.',
    'giveLicence failed': 'The workspace could not be told that they hold it.',
    'takeLicence done': 'The workspace knows how it stands with this licence.',
    'takeLicence failed': 'The workspace could not be told that they hold it no more.',
  },
  guards: { isGift: 'the licence is given' },
  effects: {
    giveLicence: 'tells the workspace that they hold the licence',
    takeLicence: 'tells the workspace that they hold it no more',
  },
}
