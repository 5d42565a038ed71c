/** What can go wrong in front of a person in the portal, in words. The code is the stable id. */
import type { ProblemText } from '../../ui/ProblemPanel.tsx'

const problems = {
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
  'signIn.refused': {
    what: 'Address and password do not match.',
    why: 'One of the two is different from what we have.',
    todo: 'Check both, or let us mail you a code instead.',
  },
  'handOver.used': {
    what: 'This way in has been used.',
    why: 'It opens the workspace once, within two minutes of being made.',
    todo: 'Sign in below, or let us mail you a code.',
  },
  'address.invalid': {
    what: 'This is not a full email address.',
    why: 'We need it to find your account.',
    todo: 'Type it like name@company.com.',
  },
  'code.wrong': {
    what: 'That code does not match.',
    why: 'It may be from an earlier mail.',
    todo: 'Use the newest one.',
  },
  'code.dead': {
    what: 'That code no longer works.',
    why: 'It ran out, or was tried too often.',
    todo: 'Go back and ask for a new one.',
  },
  'mail.failed': {
    what: 'We could not send the mail.',
    why: 'The mail server did not take it.',
    todo: 'Try once more, or sign in with your password.',
  },
  'rate.limited': {
    what: 'That was too many tries in a row.',
    why: 'We slow down to keep strangers from guessing.',
    todo: 'Wait a minute, then go on.',
  },
  'project.name.missing': {
    what: 'The project has no name.',
    why: 'Your team finds it by its name.',
    todo: 'Type one; you can change it any time.',
  },
  'project.name.taken': {
    what: 'Another project has this name.',
    why: 'Two of the same name would be mixed up.',
    todo: 'Choose a different one.',
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
  'project.limit': {
    what: 'All projects of your plan are in use.',
    why: 'The plan has a limit, and it is reached.',
    todo: 'Delete a project you no longer need, then create this one.',
  },
  'project.gone': {
    what: 'This project no longer exists.',
    why: 'Someone in your team has deleted it.',
    todo: 'Close this; the list is up to date.',
  },
  'apiKey.revealed': {
    what: 'This key was shown before.',
    why: 'We show a key once and then keep only its fingerprint.',
    todo: 'Make a new one under Settings if it is lost.',
  },
  'apiKey.name.missing': {
    what: 'The key has no name.',
    why: 'A name says later what would stop if it were revoked.',
    todo: 'Type where it is used, like “Build server”.',
  },
  'apiKey.limit': {
    what: 'The workspace has as many keys as it may.',
    why: 'Keys nobody remembers are the ones that leak.',
    todo: 'Revoke one that is not used any more, then make this one.',
  },
  'apiKey.gone': {
    what: 'This key no longer works.',
    why: 'Someone in your team has revoked it.',
    todo: 'Close this; the list is up to date.',
  },
  'workspace.name.missing': {
    what: 'The workspace has no name.',
    why: 'It stands on invoices, in mails and above every page.',
    todo: 'Type one.',
  },
  'profile.name.missing': {
    what: 'Your name is missing.',
    why: 'Your team finds you by it.',
    todo: 'Type it as you write it.',
  },
  'profile.password.weak': {
    what: 'This password is shorter than 10 characters.',
    why: 'Short ones are tried first.',
    todo: 'Choose a longer one; a few words do.',
  },
  'profile.password.tooLong': {
    what: 'This password is longer than 200 characters.',
    why: 'Nobody types more than that.',
    todo: 'Choose a shorter one.',
  },
  'password.wrong': {
    what: 'This is not your password.',
    why: 'An open screen alone must not be enough to change it.',
    todo: 'Type the one you sign in with.',
  },
  'session.gone': {
    what: 'This session has ended already.',
    why: 'It was signed out, or its time was over.',
    todo: 'There is nothing left to do; the list is up to date.',
  },
  'notice.mandatory': {
    what: 'These messages cannot be switched off.',
    why: 'Without them you could lose your account, money or data.',
    todo: 'Leave them on.',
  },
  'permission.denied': {
    what: 'Your role does not allow this.',
    why: 'Only some roles of your workspace may do it.',
    todo: 'Ask an owner of the workspace.',
  },
  'owner.last': {
    what: 'A workspace keeps at least one owner.',
    why: 'Without one, nobody could pay, export or close it.',
    todo: 'Make somebody else an owner first.',
  },
  'member.gone': {
    what: 'This person is no longer in the team.',
    why: 'They left, or someone removed them.',
    todo: 'Close this; the list is up to date.',
  },
  'licence.none': {
    what: 'No licence of this kind is left.',
    why: 'Each one your plan has is given to somebody.',
    todo: 'Take one back first, or take a larger plan.',
  },
  'licence.changed': {
    what: 'This licence was changed before you did.',
    why: 'It is open in another tab, or a colleague was faster.',
    todo: 'Look at who holds one now, then go on.',
  },
  'licence.unknown': {
    what: 'Your plan has no licence of this kind any more.',
    why: 'The plan was changed while this page was open.',
    todo: 'Close this; the list is up to date.',
  },
  'invitation.exists': {
    what: 'This address is invited already.',
    why: 'One invitation per address is open at a time.',
    todo: 'Send that one again, or take it back first.',
  },
  'member.exists': {
    what: 'This person is in the team already.',
    why: 'A member needs no invitation.',
    todo: 'Change their role in the list instead.',
  },
  'addresses.missing': {
    what: 'There is no address yet.',
    why: 'An invitation goes out by mail.',
    todo: 'Type one or more, with a space or a comma between them.',
  },
  'addresses.invalid': {
    what: 'Some of this is not a full email address.',
    why: 'An invitation has to arrive.',
    todo: 'Type each like name@company.com.',
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
  conflict: {
    what: 'Someone changed this before you.',
    why: 'It is open in another tab, or a colleague was faster.',
    todo: 'Look at what is here now, then go on.',
  },
  offline: {
    what: 'There is no connection to our server.',
    why: 'Your network or our server may be down.',
    todo: 'What you see is from before. Check your connection and try again.',
  },
  'version.skew': {
    what: 'This page is older than our server.',
    why: 'We released a newer version while it was open.',
    todo: 'Load the page again. Nothing you saved is lost.',
  },
  unknown: {
    what: 'That did not work, and the fault is ours.',
    why: 'Something failed on our side; we have a record of it.',
    todo: 'Try again. If it fails twice, write to us.',
  },
  'credential.malformed': {
    what: 'This is no key.',
    why: 'A key has at least eight signs, and no white space in it.',
    todo: 'Copy the whole key, and paste it again.',
  },
  'namespace.malformed': {
    what: 'This is no namespace.',
    why: 'It is made of letters, digits, dashes and underscores.',
    todo: 'Type what stands before the dot of your extensions’ ids.',
  },
  'integration.notNow': {
    what: 'That is not possible now.',
    why: 'The connection has moved on meanwhile.',
    todo: 'Look at it again; the page is up to date.',
  },
} satisfies Record<string, ProblemText>

/** Every problem the portal has words for. */
export type PortalProblem = keyof typeof problems

/** Narrows a code from the server; one we have no words for, say from a newer server, becomes `unknown`. */
export const toPortalProblem = (code: string): PortalProblem =>
  Object.hasOwn(problems, code) ? (code as PortalProblem) : 'unknown'

/** The words for a problem. */
export const wordsFor = (code: PortalProblem): ProblemText => problems[code]

/** A problem in one line, for under a field: what is wrong and what to do. */
export function lineFor(code: PortalProblem | null): string | null {
  if (code === null) return null
  const { what, todo } = problems[code]
  return `${what} ${todo}`
}
