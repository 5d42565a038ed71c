/** English problems of the second half: what happened, why, what to do. The code is the stable id. */
import type { ProblemText } from '../../ui/ProblemPanel.tsx'
import type { ProblemCode } from '../../machines/vocabulary/problems.ts'
import type { enFirstProblems } from './en.first.ts'

/** A code the machines may show and no half has words for is a compile error here. */
type LaterProblems = Record<Exclude<ProblemCode, keyof typeof enFirstProblems>, ProblemText>

export const enLaterProblems = {
  'code.wrong': {
    what: 'That code does not match.',
    why: 'It may be from an earlier mail.',
    todo: 'Use the newest one.',
  },
  'code.dead': {
    what: 'That code no longer works.',
    why: 'It ran out, or a newer one replaced it.',
    todo: 'Send a new code and use the newest mail.',
  },
  'code.malformed': {
    what: 'A code has six digits.',
    why: 'What arrived has more, fewer, or other signs.',
    todo: 'Copy it again from the newest mail.',
  },
  'mail.failed': {
    what: 'We could not deliver the code.',
    why: 'The mail server for your address did not take it.',
    todo: 'Check the address for a typing mistake, or let us send it again.',
  },
  'address.taken': {
    what: 'An account with this address exists.',
    why: 'One address opens one account.',
    todo: 'Sign in instead, or use another address.',
  },
  'name.tooLong': {
    what: 'This is longer than 80 characters.',
    why: 'It would not fit where it is shown.',
    todo: 'Shorten it.',
  },
  'name.unreadable': {
    what: 'This has signs that cannot be shown.',
    why: 'They may have come along with a paste.',
    todo: 'Type it instead of pasting it.',
  },
  'profile.name.missing': {
    what: 'Your name is missing.',
    why: 'Your team needs to know who you are.',
    todo: 'Type it the way your team should see it.',
  },
  'profile.company.missing': {
    what: 'The company is missing.',
    why: 'Your workspace is named after it.',
    todo: 'Type its name, or your own if you work alone.',
  },
  'profile.password.weak': {
    what: 'This password is too easy to guess.',
    why: 'Short or well-known passwords are tried first.',
    todo: 'Use at least 10 characters; a few unrelated words work well.',
  },
  'profile.password.tooLong': {
    what: 'This password is too long.',
    why: 'Past a certain length it gets slow to check and no safer.',
    todo: 'Use at most 200 characters.',
  },
  'plan.unavailable': {
    what: 'This plan is no longer offered.',
    why: 'It was withdrawn while you were choosing.',
    todo: 'Choose another one.',
  },
  'plan.priceChanged': {
    what: 'The price of this plan has changed.',
    why: 'It changed while you were paying, so we stopped. Nothing was charged.',
    todo: 'Look at the new price, then choose again.',
  },
  'plans.unreadable': {
    what: 'The list of plans could not be read.',
    why: 'The fault is on our side; what you entered is saved.',
    todo: 'Load it again. If that fails too, come back in a few minutes and go on from here.',
  },
  'setup.failed': {
    what: 'Setup stopped after several tries.',
    why: 'A service we depend on kept refusing.',
    todo: 'Set it up again, or write to us with the reference below.',
  },
  'setup.needsHuman': {
    what: 'Setup needs a person.',
    why: 'We cannot tell whether the last step worked, and will not guess.',
    todo: 'Wait for our mail; we were told the moment it happened.',
  },
  'setup.refunded': {
    what: 'Setup stopped, and we gave your money back.',
    why: 'A service we depend on kept refusing, and nobody pays for what is not there.',
    todo: 'It is on your card in 5 to 10 working days. Choose a plan again, or write to us with the reference below.',
  },
  'card.declined': {
    what: 'Your bank refused this card.',
    why: 'It gave no reason; often it is a limit or a block on online payments.',
    todo: 'Use another card, or call your bank and try again.',
  },
  'card.expired': {
    what: 'This card has expired.',
    why: 'Its last month has passed.',
    todo: 'Use another card.',
  },
  'card.insufficientFunds': {
    what: 'There is not enough on this card.',
    why: 'The bank refused the amount.',
    todo: 'Use another card, or make room on this one and try again.',
  },
  'card.incorrectCvc': {
    what: 'The security code is not right.',
    why: 'The bank compared it with the one on the card.',
    todo: 'Type the three or four digits from the card once more.',
  },
  'card.processingError': {
    what: 'The bank could not process this card.',
    why: 'Something failed on its side, and nothing was charged.',
    todo: 'Try it again in a minute, or use another card.',
  },
  'card.notAuthenticated': {
    what: 'Your bank did not confirm that it was you.',
    why: 'The confirmation was closed, or it failed.',
    todo: 'Try this card once more and confirm it, or use another one.',
  },
  'card.formMissing': {
    what: 'The card form could not be loaded.',
    why: 'It comes from our payment provider; a content blocker or your network may have stopped it.',
    todo: 'Allow it for this page, then load it again.',
  },
  'card.unsent': {
    what: 'We do not know whether your card reached our payment provider.',
    why: 'The connection to it broke on the way.',
    todo: 'Check your connection and try again. You are charged once, however often you try.',
  },
  'payment.unreachable': {
    what: 'Our payment provider does not answer.',
    why: 'We asked several times. Nothing was charged that we do not know of.',
    todo: 'Try again now, or wait; we go on trying by ourselves.',
  },
  'version.skew': {
    what: 'This page is older than our server.',
    why: 'We released a newer version while it was open.',
    todo: 'Load the newer version. Everything you entered is saved.',
  },
  conflict: {
    what: 'This sign-up moved on somewhere else.',
    why: 'It is open in another tab or on another device, which was faster.',
    todo: 'Look at what is here now, then go on.',
  },
} satisfies LaterProblems
