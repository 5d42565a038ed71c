/**
 * One invitation into a workspace, from the mail to the seat.
 *
 *   mailing      the mail with the link is on its way
 *   mailFailed   it could not be handed over; it may be sent again
 *   waiting      a link is out: cooling (no new mail yet), ready, reminding, reminded
 *   accepting    account (if there is none), seat, access; undoing when the access cannot be given
 *   full         accepted, but no seat was free: tried again when one is
 *   failed       accepted, but the access could not be given: tried again by hand
 *   stuck        not even the seat could be given back: an operator retries
 *   accepted, declined, revoked, expired, refused
 *
 * Promises: nobody gets in but the verified holder of the address; a seat is taken in one commit, and access follows it;
 * only the newest link works, once; no seat without access stays behind; whoever invited must still be allowed to.
 */
import { accepting } from './invitation.accepting.ts'
import * as act from './invitation.actions.ts'
import { waiting } from './invitation.waiting.ts'
import { invitation } from './invitation.words.ts'

export const invitationMachine = invitation.createMachine({
  id: 'invitation',
  version: '1',
  context: ({ input }) => act.emptyContext(input),
  initial: 'mailing',
  states: {
    mailing: {
      description: 'The mail with the link is on its way.',
      tags: 'waiting on us',
      meta: { screen: 'InvitationRow' },
      entry: 'countSend',
      invoke: {
        id: 'sendInvitation',
        src: 'sendInvitation',
        input: ({ context }) => act.mailToSend(context),
        onDone: 'waiting',
        onError: [
          { guard: 'isNeedless', target: 'refused', actions: 'keepRefusal' },
          { target: 'mailFailed', actions: 'keepRefusal' },
        ],
      },
      on: { 'invitation.revoked': 'revoked' },
    },
    mailFailed: {
      description: 'The mail could not be handed over, after several tries.',
      tags: 'problem',
      meta: { screen: 'InvitationRow' },
      after: { invitationLifetime: 'expired' },
      on: {
        'invitation.resent': { guard: 'hasSendsLeft', target: 'mailing', actions: 'clearProblem' },
        'invitation.revoked': 'revoked',
      },
    },
    waiting,
    accepting,
    full: {
      description: 'Accepted, but every seat is taken.',
      tags: 'waiting on person',
      meta: { screen: 'InvitationRow' },
      after: { acceptanceLifetime: 'expired' },
      on: { 'acceptance.retried': 'accepting.seat', 'invitation.revoked': 'revoked' },
    },
    failed: {
      description: 'Accepted, but the workspace could not be opened to them; the seat is free again.',
      tags: 'problem',
      meta: { screen: 'InvitationRow' },
      after: { acceptanceLifetime: 'expired' },
      on: {
        'acceptance.retried': 'accepting.seat',
        'operator.retried': 'accepting.seat',
        'invitation.revoked': 'revoked',
      },
    },
    stuck: {
      description: 'The seat could not be given back.',
      tags: 'problem',
      meta: { screen: 'InvitationRow' },
      on: { 'operator.retried': 'accepting.undoing' },
    },
    accepted: {
      description: 'They work here now.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
      entry: { type: 'closeInvitation', params: ({ context }) => act.closing(context, 'accepted') },
    },
    declined: {
      description: 'They do not want to.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
      entry: { type: 'closeInvitation', params: ({ context }) => act.closing(context, 'declined') },
    },
    revoked: {
      description: 'Taken back, or given by somebody who may not any more.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
      entry: { type: 'closeInvitation', params: ({ context }) => act.closing(context, 'revoked') },
    },
    expired: {
      description: 'Nobody accepted in time.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
      entry: { type: 'closeInvitation', params: ({ context }) => act.closing(context, 'expired') },
    },
    refused: {
      description: 'There was no need: they are invited, or work here already.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'none' },
      entry: { type: 'closeInvitation', params: ({ context }) => act.closing(context, 'refused') },
    },
  },
})
