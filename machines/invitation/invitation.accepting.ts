/** From the pressed button to the seat and the access that goes with it. */
import * as act from './invitation.actions.ts'
import { invitation } from './invitation.words.ts'

const none = { screen: 'none' }

export const accepting = invitation.createStateConfig({
  description: 'Somebody who proved the address wants in.',
  initial: 'account',
  states: {
    account: {
      description: 'Whoever has no account gets one; the mailed link has proved the address.',
      tags: 'waiting on us',
      meta: none,
      invoke: {
        id: 'makeAccount',
        src: 'makeAccount',
        input: ({ context }) => act.accountToMake(context),
        onDone: { target: 'seat', actions: 'keepAccount' },
        onError: [
          {
            guard: 'isAddressTaken',
            target: '#invitation.mailing',
            actions: ['forgetPerson', { type: 'keepProblem', params: { problem: 'address.taken' } }],
          },
          {
            target: '#invitation.mailing',
            actions: ['forgetPerson', { type: 'keepProblem', params: { problem: 'access.failed' } }],
          },
        ],
      },
    },
    seat: {
      description: 'A seat is taken, in one commit with the member.',
      tags: 'waiting on us',
      meta: none,
      invoke: {
        id: 'takeSeat',
        src: 'takeSeat',
        input: ({ context }) => act.joining(context),
        onDone: [{ guard: 'isMember', target: '#invitation.accepted', actions: 'clearProblem' }, { target: 'access' }],
        onError: [
          {
            guard: 'isFull',
            target: '#invitation.full',
            actions: { type: 'keepProblem', params: { problem: 'seats.full' } },
          },
          {
            guard: 'isInviterGone',
            target: '#invitation.revoked',
            actions: { type: 'keepProblem', params: { problem: 'inviter.gone' } },
          },
          { target: '#invitation.failed', actions: { type: 'keepProblem', params: { problem: 'access.failed' } } },
        ],
      },
    },
    access: {
      description: 'The workspace lets the new member in.',
      tags: 'waiting on us',
      meta: none,
      invoke: {
        id: 'giveAccess',
        src: 'giveAccess',
        input: ({ context }) => act.access(context),
        onDone: { target: '#invitation.accepted', actions: 'clearProblem' },
        onError: { target: 'undoing', actions: { type: 'keepProblem', params: { problem: 'access.failed' } } },
      },
    },
    undoing: {
      description: 'The access could not be given, so the seat is given back.',
      tags: 'waiting on us',
      meta: none,
      invoke: {
        id: 'leaveSeat',
        src: 'leaveSeat',
        input: ({ context }) => act.access(context),
        onDone: '#invitation.failed',
        onError: '#invitation.stuck',
      },
    },
  },
})
