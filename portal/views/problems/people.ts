/** What can go wrong with one’s own account, and with the team. */
import type { ProblemText } from '../../../ui/ProblemPanel.tsx'

export const peopleProblems = {
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
} satisfies Record<string, ProblemText>
