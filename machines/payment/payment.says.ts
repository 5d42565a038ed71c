/** A payment in plain language. */
import type { Says } from '../kit/says.ts'

export const paymentSays: Says = {
  title: 'The first payment',
  summary:
    'From an empty card form to a paid first invoice. We believe only what the payment provider answers, and leaving takes back whatever was opened.',
  events: {
    'card.submitted': 'The person finished at the card form or the bank.',
    'payment.changed': 'The payment provider says that something changed.',
    'payment.left': 'The person left the payment.',
    'payment.retried': 'The person, or an operator, asked to try again.',
  },
  delays: {
    setupLifetime: 'Nobody finished the card form in time.',
    actionLifetime: 'Nobody confirmed the first charge in time.',
    askAgain: 'The next look at what became of it is due.',
    askAgainLater: 'The next try to reach the payment provider is due.',
  },
  answers: {
    'openSetup done': 'The card form is ready.',
    'openSetup failed': 'The card form could not be opened.',
    'rereadSetup done': 'The payment provider said how the card stands.',
    'rereadSetup failed': 'The payment provider did not answer; the form stays.',
    'readSetup done': 'The payment provider said what became of the card.',
    'readSetup failed': 'The payment provider did not answer.',
    'subscribe done': 'The payment provider answered to the first charge.',
    'subscribe failed': 'The subscription could not be made.',
    'recheckSubscription done': 'The payment provider said how the charge stands.',
    'recheckSubscription failed': 'The payment provider did not answer; the question stays.',
    'readSubscription done': 'The payment provider said what became of the charge.',
    'readSubscription failed': 'The payment provider did not answer.',
    'closeSetup done': 'Nothing of this payment is open any more.',
    'closeSetup failed': 'What was opened could not be taken back yet.',
  },
  guards: {
    isOutdated: 'price or plan changed since the person agreed',
    isSucceeded: 'the card holds',
    isActive: 'the first invoice is paid',
    isProcessing: 'the bank has not answered yet',
    isGone: 'the card form is no longer valid',
    needsAction: 'the bank wants the person to confirm',
    hasSubscription: 'a subscription was made',
    hasSetup: 'a card form was opened',
  },
  effects: {
    openSetup: 'opens a card form, or finds the open one',
    readSetup: 'asks what became of the card',
    subscribe: 'makes the subscription and its first charge',
    readSubscription: 'asks what became of the first charge',
    closeSetup: 'takes back what was opened',
  },
}
