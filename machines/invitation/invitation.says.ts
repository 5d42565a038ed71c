/** An invitation in plain language. */
import type { Says } from '../kit/says.ts'

export const invitationSays: Says = {
  title: 'Inviting a colleague',
  summary:
    'One invitation into a workspace, from the mail to the seat. Only who holds the address gets in, and only while whoever invited them may still invite.',
  events: {
    'invitation.accepted': 'The invited person wants in.',
    'invitation.declined': 'The invited person does not want to come.',
    'invitation.resent': 'A member asked to send the mail again.',
    'invitation.revoked': 'The invitation was taken back.',
    'acceptance.retried': 'Somebody asked to let the invited person in now.',
    'operator.retried': 'An operator asked to try again what did not work.',
  },
  delays: {
    invitationLifetime: 'Nobody accepted in time.',
    resendCooldown: 'Enough time has passed to send the mail again.',
    reminderDelay: 'The end is near: the invited person is reminded.',
    acceptanceLifetime: 'They accepted, and could not be let in in time.',
  },
  answers: {
    'sendInvitation done': 'The mail with the link is out.',
    'sendInvitation failed': 'The mail was not sent, or there is no need for it.',
    'remindInvited done': 'The reminder is out.',
    'remindInvited failed': 'The reminder could not be sent; the link works all the same.',
    'makeAccount done': 'The invited person has an account.',
    'makeAccount failed': 'The account could not be made; a new link is mailed.',
    'takeSeat done': 'They have a seat.',
    'takeSeat failed': 'They got no seat.',
    'giveAccess done': 'The workspace is open to them.',
    'giveAccess failed': 'The workspace could not be opened to them.',
    'leaveSeat done': 'The seat is free again.',
    'leaveSeat failed': 'The seat could not be given back.',
  },
  guards: {
    isNeedless: 'they are invited already, or work here',
    hasSendsLeft: 'the mail may still be sent again',
    isSignedIn: 'they have an account and are signed in',
    isAddressTaken: 'the address has an account by now',
    isMember: 'they work here already',
    isFull: 'every seat is taken',
    isInviterGone: 'whoever invited them may not invite any more',
  },
  effects: {
    sendInvitation: 'mails a link into the workspace',
    remindInvited: 'mails the link once more, with the days left',
    makeAccount: 'makes an account for the invited person',
    takeSeat: 'takes a seat and puts them on the list',
    giveAccess: 'opens the workspace to them',
    leaveSeat: 'takes them off the list and frees the seat',
    closeInvitation: 'ends the links and tells whoever invited, where needed',
  },
}
