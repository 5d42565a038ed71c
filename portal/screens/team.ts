/** The server's team as the page shows it. What may be done with whom is the same rule the server keeps. */
import { type MemberRole, memberRoles } from '../../machines/vocabulary/people.ts'
import { may, mayHandle } from '../../machines/vocabulary/permissions.ts'
import type { Outputs } from '../../widget/client/wire.ts'
import type { InvitationAction } from '../views/InvitationsCard.tsx'
import type { InvitationState, LicenceOffer, MemberLicence, TeamInvitation, TeamMember } from '../views/team-types.ts'

export type TeamList = Outputs['team']['list']
type OpenInvitation = TeamList['invitations'][number]

export const managesOf = ({ me }: TeamList): boolean => may(me.role, 'members.manage')

/** The roles somebody may give, the highest first. */
export const rolesFor = (role: MemberRole): MemberRole[] => memberRoles.filter((one) => mayHandle(role, one))

export const membersOf = (list: TeamList): TeamMember[] => {
  const { me, members } = list
  const owners = members.filter(({ role }) => role === 'owner').length
  return members.map(({ joinedAt, ...member }) => {
    const mine = mayHandle(me.role, member.role)
    const isLastOwner = member.role === 'owner' && owners === 1
    return {
      ...member,
      joinedAt: iso(joinedAt),
      isYou: member.userId === me.userId,
      // what the server would refuse is not offered
      roles: mine && !isLastOwner ? rolesFor(me.role) : [],
      removable: mine && member.userId !== me.userId && !isLastOwner,
      licences: licencesOf(list, member.userId),
      licenceOffers: mine ? offersFor(list, member.userId) : [],
    }
  })
}

/** One of a kind the plan is rid of is still called by its key, if by nothing else. */
const licencesOf = ({ licences: { pools, held } }: TeamList, userId: string): MemberLicence[] =>
  held
    .filter((one) => one.userId === userId)
    .map(({ key, state }) => ({ key, state, name: pools.find((pool) => pool.key === key)?.name ?? key }))

/** Nothing while one is on its way; a change that is stuck can be turned round. */
function offersFor({ licences: { pools, held } }: TeamList, userId: string): LicenceOffer[] {
  return pools.flatMap(({ key, name, count, used }): LicenceOffer[] => {
    const state = held.find((one) => one.userId === userId && one.key === key)?.state
    if (state === 'held' || state === 'notGiven') return [{ key, name, to: 'take' }]
    const isFree = state === undefined || state === 'notTaken'
    return isFree && used < count ? [{ key, name, to: 'give' }] : []
  })
}

export const invitationsOf = ({ invitations }: TeamList): TeamInvitation[] => invitations.map(invitationOf)

/** Whether something moves by itself, so that the page looks again soon. */
export const isMoving = (list: TeamList): boolean =>
  invitationsOf(list).some(({ state }) => state === 'sending' || state === 'joining') ||
  list.licences.held.some(({ state }) => state === 'giving' || state === 'taking')

function invitationOf({ createdAt, view }: OpenInvitation): TeamInvitation {
  const { email, role, inviter } = view.context as { email: string; role: MemberRole; inviter: string }
  const ends = view.timers.find(({ id }) => id === 'invitationLifetime' || id === 'acceptanceLifetime')
  return {
    id: view.id,
    email,
    role,
    inviter,
    sentAt: iso(createdAt),
    state: stateOf(view.value),
    expiresAt: ends ? iso(ends.dueAt) : null,
    can: events.filter(([event]) => view.enabled.includes(event)).map(([, action]) => action),
  }
}

const events: readonly (readonly [string, InvitationAction])[] = [
  ['invitation.resent', 'resend'],
  ['acceptance.retried', 'retry'],
  ['invitation.revoked', 'revoke'],
]
export const eventOf = (action: InvitationAction): string => events.find(([, name]) => name === action)![0]

const states: Readonly<Record<string, InvitationState>> = {
  mailing: 'sending',
  mailFailed: 'undelivered',
  full: 'full',
  failed: 'failed',
  stuck: 'stuck',
}

function stateOf(value: unknown): InvitationState {
  if (typeof value === 'string') return states[value] ?? 'waiting'
  return typeof value === 'object' && value !== null && 'accepting' in value ? 'joining' : 'waiting'
}

const iso = (at: number) => new Date(at).toISOString()
