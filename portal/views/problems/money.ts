/** What can go wrong with money, with what it closes, and on the way out. */
import type { ProblemText } from '../../../ui/ProblemPanel.tsx'

export const moneyProblems = {
  'name.mismatch': {
    what: 'That is another name.',
    why: 'A workspace is only closed under its own.',
    todo: 'Type it as it is written on this page.',
  },
  'payment.unreachable': {
    what: 'The payment provider did not answer.',
    why: 'Nothing was changed, and nothing was charged.',
    todo: 'Try again in a minute.',
  },
  'leaving.failed': {
    what: 'That did not work.',
    why: 'Something on our side stopped it; nothing was deleted.',
    todo: 'Try again in a minute, or write to us.',
  },
  'export.notReady': {
    what: 'This export cannot be downloaded any more.',
    why: 'It has expired, or was thrown away.',
    todo: 'Make another one.',
  },
  'payment.overdue': {
    what: 'The last charge did not go through.',
    why: 'The bank declined the card. Everything keeps working while it is tried again in the next days.',
    todo: 'Pay the open invoice, or make sure the card can be charged.',
  },
  'account.unpaid': {
    what: 'This waits until the open invoice is paid.',
    why: 'The last charge did not go through, and the time to pay it is over.',
    todo: 'Open Billing to see what is open, and pay it or use another card.',
  },
  'account.leaving': {
    what: 'Nothing new is made in a workspace that is leaving.',
    why: 'Somebody has cancelled it.',
    todo: 'Take the cancellation back to go on.',
  },
  'account.held': {
    what: 'One of our people has stopped this workspace.',
    why: 'That happens when something looks wrong, and never by itself.',
    todo: 'Write to us, and we say why.',
  },
  'account.closed': {
    what: 'This workspace is closed.',
    why: 'It was cancelled, and its time is over.',
    todo: 'Sign up anew to begin again.',
  },
} satisfies Record<string, ProblemText>
