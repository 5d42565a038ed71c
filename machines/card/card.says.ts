/** The replacement of a card in plain language. */
import type { Says } from '../kit/says.ts'

export const cardSays: Says = {
  title: 'Replacing the card',
  summary:
    'How a workspace changes the card it is paid with. A new card takes over only once it has paid whatever is open; leaving changes nothing.',
  events: {
    'card.submitted': 'The member finished the card form.',
    'card.left': 'The member left; the card stays as it was.',
    'card.retried': 'The member, or an operator, asked to try again.',
  },
  delays: {
    formLifetime: 'Nobody finished the card form in time.',
    askAgain: 'The next look at what became of the card is due.',
    askAgainLater: 'The next try to reach the payment provider is due.',
  },
  answers: {
    'openCard done': 'The card form is ready.',
    'openCard failed': 'The card form could not be opened.',
    'readSetup done': 'The payment provider said what became of the card.',
    'readSetup failed': 'The payment provider did not answer.',
    'adoptCard done': 'The card took over, or the bank refused it.',
    'adoptCard failed': 'The payment provider did not answer.',
    'closeCard done': 'The card form is closed.',
    'closeCard failed': 'The card form could not be closed yet.',
  },
  guards: {
    hasNoCustomer: 'nobody pays for this workspace',
    isSucceeded: 'the card holds',
    isProcessing: 'the bank has not answered yet',
    isGone: 'the card form is no longer valid',
    isAdopted: 'whatever was open is paid with it',
    hasSetup: 'a card form was opened',
  },
  effects: {
    openCard: 'opens a card form, or finds the open one',
    readSetup: 'asks what became of the card',
    adoptCard: 'pays what is open and makes it the card to charge',
    closeCard: 'closes card forms nobody finished',
  },
}
