/** What an invitation's chart is written in: its types, and what its states may name. */
import { setup } from 'xstate'
import type { LeafTag, StateMeta } from '../kit/flow.ts'
import { invitationActions } from './invitation.actions.ts'
import { invitationDelays } from './invitation.delays.ts'
import { giveAccess, leaveSeat, makeAccount, remindInvited, sendInvitation, takeSeat } from './invitation.effects.ts'
import * as is from './invitation.guards.ts'
import type { InvitationContext, InvitationEvent, InvitationInput } from './invitation.types.ts'

export const invitation = setup({
  types: {
    input: {} as InvitationInput,
    context: {} as InvitationContext,
    events: {} as InvitationEvent,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: { sendInvitation, remindInvited, makeAccount, takeSeat, giveAccess, leaveSeat },
  guards: {
    hasSendsLeft: is.hasSendsLeft,
    isNeedless: is.isNeedless,
    isSignedIn: is.isSignedIn,
    isAddressTaken: is.isAddressTaken,
    isMember: is.isMember,
    isFull: is.isFull,
    isInviterGone: is.isInviterGone,
  },
  actions: invitationActions,
  delays: invitationDelays,
})
