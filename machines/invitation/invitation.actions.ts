/** What an invitation remembers, and the inputs it gives to what it asks for. */
import { assign } from 'xstate'
import { codeOf } from '../kit/effect.ts'
import { invitationDelays } from './invitation.delays.ts'
import type {
  CloseInvitation,
  GiveAccess,
  InvitationContext,
  InvitationEnd,
  InvitationEvent,
  InvitationInput,
  InvitationProblem,
  Invited,
  Joining,
  MakeAccount,
  RemindInvited,
  SendInvitation,
} from './invitation.types.ts'

export const emptyContext = (input: InvitationInput): InvitationContext => ({
  ...input,
  sends: 0,
  name: '',
  passwordRef: null,
  userId: null,
  problem: null,
})

const remember = <Event = unknown, Params = undefined>(
  patch: (context: InvitationContext, event: Event, params: Params) => Partial<InvitationContext>,
) =>
  assign<InvitationContext, InvitationEvent, Params, InvitationEvent, never>(({ context, event }, params) =>
    patch(context, event as unknown as Event, params),
  )

const refusals: readonly InvitationProblem[] = ['rate.limited', 'invitation.exists', 'member.exists']

type Accepted = Extract<InvitationEvent, { type: 'invitation.accepted' }>

export const invitationActions = {
  countSend: remember(({ sends }) => ({ sends: sends + 1 })),
  clearProblem: remember(() => ({ problem: null })),
  keepProblem: remember<unknown, { problem: InvitationProblem }>((_context, _event, { problem }) => ({ problem })),
  /** What a mail that did not go out says; anything unknown is the mail server's fault. */
  keepRefusal: remember<{ error?: unknown }>((_, { error }) => ({
    problem: refusals.find((code) => code === codeOf(error)) ?? 'mail.failed',
  })),
  keepPerson: remember<Accepted>((_, { userId = null, name = '', passwordRef = null }) => ({
    userId,
    name,
    passwordRef,
    problem: null,
  })),
  keepAccount: remember<{ output: { userId: string } }>((_, { output }) => ({
    userId: output.userId,
    passwordRef: null,
  })),
  forgetPerson: remember(() => ({ userId: null, name: '', passwordRef: null })),
  /** Announced: the server does it. */
  closeInvitation: (_unused: unknown, _params: CloseInvitation) => {},
}

export const invited = ({ invitationId, tenantId, email, role, inviter }: InvitationContext): Invited => ({
  invitationId,
  tenantId,
  email,
  role,
  inviter,
})

export const mailToSend = (context: InvitationContext): SendInvitation['input'] => ({
  ...invited(context),
  number: context.sends,
  worksForMs: invitationDelays.invitationLifetime,
})

export const reminderToSend = (context: InvitationContext): RemindInvited['input'] => {
  const { invitationLifetime, resendCooldown, reminderDelay } = invitationDelays
  return { ...invited(context), number: context.sends, leftMs: invitationLifetime - resendCooldown - reminderDelay }
}

export function accountToMake({ invitationId, email, name, passwordRef }: InvitationContext): MakeAccount['input'] {
  if (passwordRef === null)
    throw new Error(`Invitation ${invitationId} was accepted with neither account nor password.`)
  return { invitationId, email, name, passwordRef }
}

const memberOf = ({ invitationId, userId }: InvitationContext): string => {
  if (userId === null) throw new Error(`Invitation ${invitationId} has nobody to take a seat.`)
  return userId
}

export const joining = (context: InvitationContext): Joining => ({
  ...invited(context),
  userId: memberOf(context),
  name: context.name,
})

export const access = (context: InvitationContext): GiveAccess['input'] => ({
  tenantId: context.tenantId,
  userId: memberOf(context),
})

export const closing = (context: InvitationContext, outcome: InvitationEnd): CloseInvitation => ({
  ...invited(context),
  outcome,
  name: context.name,
})
