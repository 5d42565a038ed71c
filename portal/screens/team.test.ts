import { describe, expect, it } from 'vitest'
import type { MemberRole } from '../../machines/vocabulary/people.ts'
import { invitationsOf, isMoving, managesOf, membersOf, type TeamList } from './team.ts'

const START = Date.UTC(2026, 10, 25)

const member = (userId: string, role: MemberRole): TeamList['members'][number] => ({
  userId,
  role,
  name: userId,
  email: `${userId}@fernhill.studio`,
  joinedAt: START,
})

const seenBy = (role: MemberRole, ...others: MemberRole[]): TeamList => ({
  me: { userId: 'me', role },
  members: [member('me', role), ...others.map((one, index) => member(`other-${index}`, one))],
  invitations: [],
  seats: { used: 1, held: 0, all: 2 },
  licences: { pools: [], held: [] },
})

const invitation = (value: unknown, enabled: readonly string[] = []): TeamList =>
  ({
    ...seenBy('owner'),
    invitations: [
      {
        createdAt: START,
        view: {
          id: 'inv_1',
          value,
          enabled,
          context: { email: 'ana@fernhill.studio', role: 'member', inviter: 'Mara' },
          timers: [
            { id: 'resendCooldown', dueAt: START + 1 },
            { id: 'invitationLifetime', dueAt: START + 7 },
          ],
        },
      },
    ],
  }) as unknown as TeamList

describe('a member of the team', () => {
  it.each<[MemberRole, MemberRole, readonly MemberRole[], boolean]>([
    ['owner', 'owner', ['owner', 'admin', 'billing', 'developer', 'member'], true],
    ['owner', 'member', ['owner', 'admin', 'billing', 'developer', 'member'], true],
    ['admin', 'owner', [], false],
    ['admin', 'admin', ['admin', 'billing', 'developer', 'member'], true],
    ['developer', 'member', [], false],
  ])('may be handled by an %s, who sees an %s, as far as the server allows', (mine, theirs, roles, removable) => {
    // a second owner, so that none is the last
    const [, other] = membersOf(seenBy(mine, theirs, 'owner'))
    expect(other).toMatchObject({ roles, removable, isYou: false })
    expect(managesOf(seenBy(mine))).toBe(mine !== 'developer')
  })

  it('who is the last owner keeps the role', () => {
    expect(membersOf(seenBy('owner', 'admin'))[0]).toMatchObject({ roles: [], isYou: true, removable: false })
    expect(membersOf(seenBy('owner', 'owner'))[0]).toMatchObject({ roles: expect.arrayContaining(['member']) })
  })
})

describe('a licence', () => {
  type Held = TeamList['licences']['held'][number]
  const agents = { key: 'agents', name: 'Agent', summary: '', count: 2, used: 1 }
  const list = (
    state: Held['state'] | null,
    pool: Partial<typeof agents> = {},
    mine: MemberRole = 'owner',
  ): TeamList => ({
    ...seenBy(mine, 'member'),
    licences: {
      pools: [{ ...agents, ...pool }],
      held: state === null ? [] : [{ key: 'agents', userId: 'other-0', state }],
    },
  })
  const other = (team: TeamList) => membersOf(team)[1]!

  it.each<[Held['state'] | null, readonly string[], boolean]>([
    [null, ['give'], false],
    ['giving', [], true],
    ['held', ['take'], false],
    ['notGiven', ['take'], false],
    ['taking', [], true],
    ['notTaken', ['give'], false],
  ])('that is %s lets a manager %j; it moves by itself: %j', (state, offered, moves) => {
    const member = other(list(state))
    expect(member.licenceOffers.map(({ to }) => to)).toEqual(offered)
    expect(member.licences).toEqual(state === null ? [] : [{ key: 'agents', name: 'Agent', state }])
    expect(isMoving(list(state))).toBe(moves)
  })

  it('is not offered when none is left, nor by who may not handle them', () => {
    expect(other(list(null, { used: 2 })).licenceOffers).toEqual([])
    expect(other(list('held', { count: 0 })).licenceOffers).toMatchObject([{ to: 'take' }])
    expect(other(list('held', {}, 'developer'))).toMatchObject({ licenceOffers: [], licences: [{ state: 'held' }] })
  })

  it('is offered to the last owner, too, who cannot be removed', () => {
    expect(membersOf(list(null))[0]).toMatchObject({ removable: false, licenceOffers: [{ to: 'give' }] })
  })
})

describe('an invitation', () => {
  it.each([
    ['mailing', 'sending', true],
    ['mailFailed', 'undelivered', false],
    [{ waiting: 'cooling' }, 'waiting', false],
    [{ waiting: 'reminded' }, 'waiting', false],
    [{ accepting: 'seat' }, 'joining', true],
    ['full', 'full', false],
    ['failed', 'failed', false],
    ['stuck', 'stuck', false],
    ['a state of a newer server', 'waiting', false],
  ])('in %j is shown as %s; it moves by itself: %j', (value, state, moves) => {
    expect(invitationsOf(invitation(value))).toMatchObject([{ state }])
    expect(isMoving(invitation(value))).toBe(moves)
  })

  it('says until when, and offers what its chart takes now', () => {
    expect(invitationsOf(invitation('full', ['invitation.revoked', 'acceptance.retried']))).toMatchObject([
      { can: ['retry', 'revoke'], expiresAt: new Date(START + 7).toISOString() },
    ])
    expect(invitationsOf(invitation({ waiting: 'cooling' }, ['invitation.revoked']))).toMatchObject([
      { can: ['revoke'] },
    ])
  })
})
