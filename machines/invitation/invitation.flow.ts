/** The invitation flow: who may begin one, what may be sent to it, and what a caller may see of it. */
import * as z from 'zod/mini'
import { flow, type Starter } from '../kit/flow.ts'
import { addressSchema, localeSchema, type MemberRole, memberRoles } from '../vocabulary/people.ts'
import { mayHandle } from '../vocabulary/permissions.ts'
import { closeInvitation } from './invitation.effects.ts'
import { invitationEvents, invitationPermissions, invitationPolicy } from './invitation.events.ts'
import { invitationMachine } from './invitation.machine.ts'
import { invitationSays } from './invitation.says.ts'
import type { InvitationContext } from './invitation.types.ts'

interface Given {
  readonly email: string
  readonly role: MemberRole
  readonly locale: string
}

export const invitationFlow = flow<typeof invitationMachine>({
  machine: invitationMachine,
  says: invitationSays,
  start: {
    permission: 'members.manage',
    doing: 'members.invite',
    given: z.strictObject({
      email: addressSchema,
      role: z.enum(memberRoles),
      locale: z._default(localeSchema, 'en'),
    }),
    prefix: 'inv',
    allows: ({ role }: Given, starter) => mayHandle(starter.role, role),
    input: (invitationId, given: Given, { tenant, userId, name }: Starter) => ({
      invitationId,
      tenantId: tenant,
      ...given,
      inviter: { userId, name },
    }),
  },
  events: invitationEvents,
  policy: invitationPolicy,
  reading: 'members.manage',
  permissions: invitationPermissions,
  announced: { closeInvitation },
  view: (context: InvitationContext, caller) => {
    const { email, role, inviter, sends, problem, userId, tenantId } = context
    const shown = { email, role, inviter: inviter.name, sends, problem }
    return caller === 'system' ? { ...shown, userId, tenantId } : shown
  },
})
