/** An entry of the webhook inbox in plain language. */
import type { Says } from '../kit/says.ts'

export const webhookSays: Says = {
  title: 'News from the payment provider',
  summary:
    'One message of the payment provider, from its arrival to the moment it is done with. What it says is never believed: we ask how things stand, and tell the owner of a paid invoice.',
  events: { 'operator.retried': 'An operator asked to try again, from the beginning.' },
  delays: {
    claimWait: 'The next look whose customer it is is due.',
    ownerWait: 'The next look whether the workspace has an owner is due.',
  },
  answers: {
    'applyEvent done': 'The payment provider said how it stands.',
    'applyEvent failed': 'How it stands could not be read or kept.',
    'sendReceipt done': 'The owner was told, need not be, or is not there yet.',
    'sendReceipt failed': 'The receipt could not be sent.',
  },
  guards: {
    isHandled: 'it is about something we keep',
    hasReceipt: 'an invoice was paid, and its owner is to be told',
    isApplied: 'how it stands is kept',
    isSuperseded: 'what we keep was read later',
    isIgnored: 'nothing of ours depends on it',
    isStillUnclaimed: 'no workspace has this customer yet, and we still wait',
    isStillOwnerless: 'the workspace has no owner yet, and we still wait',
    isOwnerless: 'the workspace has no owner, and we waited long enough',
  },
  effects: {
    applyEvent: 'reads at the payment provider how it stands, and keeps that',
    sendReceipt: 'tells the owner what was paid',
  },
}
