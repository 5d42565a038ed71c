/** What the stories of the team show. */
import { memberRoles } from '../../machines/vocabulary/people.ts'
import { nav, nowMs } from './fixtures.ts'
import type { LicencePool, LicenceState, TeamInvitation, TeamMember } from './team-types.ts'
import type { TeamProps } from './TeamView.tsx'

const nothing = () => undefined

const [home, , ...others] = nav.map((item) => ({ ...item, current: false }))
export const teamNav = [home!, { icon: 'team' as const, label: 'Team', href: '/portal/team', current: true }, ...others]

const member = (name: string, email: string, role: TeamMember['role'], joinedAt: string): TeamMember => ({
  userId: email,
  name,
  email,
  role,
  joinedAt,
  isYou: false,
  roles: memberRoles,
  removable: true,
  licences: [],
  licenceOffers: [],
})

const mara: TeamMember = {
  ...member('Mara Lindqvist', 'mara@fernhill.studio', 'owner', '2026-03-12T09:00:00'),
  isYou: true,
  roles: [],
  removable: false,
}

const invitation = (email: string, more: Partial<TeamInvitation> = {}): TeamInvitation => ({
  id: email,
  email,
  role: 'member',
  inviter: 'Mara Lindqvist',
  sentAt: '2026-11-15T10:00:00',
  state: 'waiting',
  expiresAt: '2026-11-22T12:00:00',
  can: ['resend', 'revoke'],
  ...more,
})

/** Agents: as many as there are, and who has one, in the members' order; null for nobody. */
export function licensed(team: TeamProps, count: number, states: readonly (LicenceState | null)[]): TeamProps {
  const used = states.filter((state) => state !== null && state !== 'taking' && state !== 'notTaken').length
  const agents: LicencePool = { key: 'agents', name: 'Agent', summary: 'May run agents in projects.', count, used }
  const { key, name } = agents
  const members = team.members.map((one, index): TeamMember => {
    const state = states[index] ?? null
    const licences = state === null ? [] : [{ key, name, state }]
    if (!team.manages || state === 'giving' || state === 'taking') return { ...one, licences, licenceOffers: [] }
    if (state === 'held' || state === 'notGiven')
      return { ...one, licences, licenceOffers: [{ key, name, to: 'take' }] }
    return { ...one, licences, licenceOffers: used < count ? [{ key, name, to: 'give' }] : [] }
  })
  return { ...team, licences: [agents], members }
}

const unlicensedTeam: TeamProps = {
  workspace: 'Fernhill Studio',
  seats: { used: 6, held: 3, all: 10 },
  licences: [],
  members: [
    mara,
    member('Jonas Abara', 'jonas@fernhill.studio', 'admin', '2026-03-14T09:00:00'),
    member('Priya Raman', 'priya@fernhill.studio', 'member', '2026-05-02T09:00:00'),
    member('Tomás Oliveira', 'tomas@fernhill.studio', 'developer', '2026-06-21T09:00:00'),
    member('Wen Li', 'wen@fernhill.studio', 'member', '2026-11-19T09:00:00'),
    member('Elif Kaya', 'elif@fernhill.studio', 'billing', '2026-11-20T09:00:00'),
  ],
  invitations: [
    invitation('sol.ferreira@fernhill.studio'),
    invitation('hana@kettleandco.com', {
      role: 'billing',
      inviter: 'Jonas Abara',
      sentAt: '2026-11-19T10:00:00',
      expiresAt: '2026-11-26T12:00:00',
    }),
    invitation('tim.reinhart@fernhil.studio', { state: 'undelivered' }),
  ],
  manages: true,
  action: { busy: false, problem: null },
  nowMs,
  onInvite: nothing,
  onRole: nothing,
  onLicence: nothing,
  onRemove: nothing,
  onAct: nothing,
}

export const fullTeam: TeamProps = licensed(unlicensedTeam, 10, [null, 'held', null, 'held'])

/** One person, nobody asked yet. */
export const aloneTeam: TeamProps = {
  ...licensed({ ...fullTeam, members: [mara] }, 1, []),
  seats: { used: 1, held: 0, all: 2 },
  invitations: [],
}

/** As somebody sees it who manages nobody. */
export const seenTeam: TeamProps = {
  ...fullTeam,
  manages: false,
  invitations: [],
  members: fullTeam.members.map((one) => ({
    ...one,
    roles: [],
    removable: false,
    licenceOffers: [],
    isYou: one.email === 'wen@fernhill.studio',
  })),
}

/** Every seat is taken, and every state an invitation may be in. */
export const crowdedTeam: TeamProps = {
  ...fullTeam,
  seats: { used: 6, held: 6, all: 6 },
  invitations: [
    invitation('ana@fernhill.studio', { state: 'sending', expiresAt: null, can: ['revoke'] }),
    invitation('ben@fernhill.studio', { state: 'joining', expiresAt: null, can: [] }),
    invitation('cem@fernhill.studio', { state: 'full', can: ['retry', 'revoke'] }),
    invitation('dana@fernhill.studio', { state: 'failed', can: ['retry', 'revoke'] }),
    invitation('emil@fernhill.studio', { state: 'stuck', expiresAt: null, can: [] }),
    invitation('fay@fernhill.studio', { expiresAt: '2026-11-20T12:00:00', can: ['revoke'] }),
  ],
}
