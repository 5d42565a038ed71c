import { describe, expect, it } from 'vitest'
import { walkChart } from '../../server/engine/proof/walk.ts'
import { fixtureGaps, policyGaps, unexplainedLeaves } from '../kit/chart-rules.ts'
import { activeLeaves, after, elapsed, type Told } from '../kit/walk.ts'
import { memberRoles } from '../vocabulary/people.ts'
import { INVITATION_SENDS, invitationDelays } from './invitation.delays.ts'
import {
  accepted,
  account,
  cooled,
  declined,
  due,
  input,
  invitationFixtures,
  joined,
  lapsed,
  left,
  letIn,
  noAccount,
  notLeft,
  notLetIn,
  notSeated,
  notSent,
  operator,
  reminded,
  resent,
  retried,
  revoked,
  seated,
  seatedBefore,
  sent,
} from './invitation.fixtures.ts'
import { invitationFlow } from './invitation.flow.ts'
import { invitationMachine } from './invitation.machine.ts'

const walk = (events: readonly Told[]) => after(invitationMachine, input, events)
const lapse = (delay: string, state: string) => elapsed(invitationMachine, delay, state)
const full = [sent, accepted, notSeated('seats.full')]
const failed = [sent, accepted, seated, notLetIn, left]
const stuck = [sent, accepted, seated, notLetIn, notLeft]
const again = [cooled, resent, sent]

describe('an invitation', () => {
  it.each<[string, readonly Told[], string]>([
    ['is mailed first of all', [], 'mailing'],
    ['waits for whoever holds the address', [sent], 'waiting.cooling'],
    ['is not mailed again within a minute', [sent, resent], 'waiting.cooling'],
    ['may be mailed again after that', [sent, cooled, resent], 'mailing'],
    ['reminds after five days', [sent, cooled, due], 'waiting.reminding'],
    ['goes on waiting after that', [sent, cooled, due, reminded], 'waiting.reminded'],
    ['expires after a week', [sent, lapsed], 'expired'],
    ['expires after a week, reminded or not', [sent, cooled, due, reminded, lapsed], 'expired'],
    ['may be taken back', [sent, revoked], 'revoked'],
    ['may be taken back before it is out', [revoked], 'revoked'],
    ['may be declined', [sent, declined], 'declined'],
    ['says when the mail cannot be sent', [notSent()], 'mailFailed'],
    ['is sent again then', [notSent(), resent], 'mailing'],
    ['is taken back then', [notSent(), revoked], 'revoked'],
    ['does not wait for ever then', [notSent(), lapse('invitationLifetime', 'mailFailed')], 'expired'],
    ['is refused where another waits', [notSent('invitation.exists')], 'refused'],
    ['is refused for somebody who works there', [notSent('member.exists')], 'refused'],
    ['is not accepted before it is out', [accepted], 'mailing'],
  ])('%s', (_, events, leads) => {
    expect(activeLeaves(walk(events).snapshot)).toEqual([leads])
  })

  it.each<[string, readonly Told[], string]>([
    ['takes a seat at once for somebody with an account', [sent, accepted], 'accepting.seat'],
    ['makes an account for somebody new', [sent, joined], 'accepting.account'],
    ['takes the seat when it is made', [sent, joined, account], 'accepting.seat'],
    [
      'mails a new link when the address got an account meanwhile',
      [sent, joined, noAccount('address.taken')],
      'mailing',
    ],
    ['mails a new link when the account cannot be made', [sent, joined, noAccount('timeout')], 'mailing'],
    ['opens the workspace once the seat is taken', [sent, accepted, seated], 'accepting.access'],
    ['is over at once for somebody who works there already', [sent, accepted, seatedBefore], 'accepted'],
    ['is over then', [sent, accepted, seated, letIn], 'accepted'],
    ['is not taken back half-way', [sent, accepted, revoked], 'accepting.seat'],
    ['does not expire half-way', [sent, accepted, lapsed], 'accepting.seat'],
    ['waits for a seat when none is free', full, 'full'],
    ['tries again when somebody says so', [...full, retried], 'accepting.seat'],
    ['is taken back while it waits', [...full, revoked], 'revoked'],
    ['does not wait for ever', [...full, lapse('acceptanceLifetime', 'full')], 'expired'],
    ['ends when the inviter may not invite any more', [sent, accepted, notSeated('inviter.gone')], 'revoked'],
    ['says when the seat could not be taken', [sent, accepted, notSeated('timeout')], 'failed'],
    ['gives the seat back when the workspace stays shut', [sent, accepted, seated, notLetIn], 'accepting.undoing'],
    ['waits for another try then', failed, 'failed'],
    ['takes that try from the team', [...failed, retried], 'accepting.seat'],
    ['takes that try from an operator', [...failed, operator], 'accepting.seat'],
    ['is taken back then', [...failed, revoked], 'revoked'],
    ['waits for an operator when the seat stays taken', stuck, 'stuck'],
    ['goes on giving it back', [...stuck, operator], 'accepting.undoing'],
  ])('that is accepted %s', (_, events, leads) => {
    expect(activeLeaves(walk(events).snapshot)).toEqual([leads])
  })

  it('numbers its mails, so that a repeated one is the same and a newer one another', () => {
    expect(walk([]).asked).toMatchObject([{ src: 'sendInvitation', input: { number: 1, email: input.email } }])
    expect(walk([sent, cooled, resent]).asked).toMatchObject([{ src: 'sendInvitation', input: { number: 2 } }])
    expect(walk([sent, ...again, cooled, due]).asked).toMatchObject([{ src: 'remindInvited', input: { number: 2 } }])
  })

  it('stops mailing some day', () => {
    const most = [sent, ...Array.from({ length: INVITATION_SENDS - 1 }, () => again).flat()]
    expect(walk(most).snapshot.context.sends).toBe(INVITATION_SENDS)
    expect(activeLeaves(walk([...most, cooled, resent]).snapshot)).toEqual(['waiting.ready'])
  })

  it('reminds while the link still works', () => {
    const { reminderDelay, resendCooldown, invitationLifetime } = invitationDelays
    expect(reminderDelay + resendCooldown).toBeLessThan(invitationLifetime)
  })

  it('asks for a seat for whoever accepted, with the role they were invited to', () => {
    const about = { tenantId: input.tenantId, userId: 'usr_2' }
    const joining = { ...about, role: 'member', invitationId: input.invitationId, inviter: input.inviter }
    expect(walk([sent, accepted]).asked).toMatchObject([{ src: 'takeSeat', input: { ...joining, name: '' } }])
    expect(walk([sent, joined, account]).asked).toMatchObject([
      { src: 'takeSeat', input: { ...joining, name: 'Ana Reis' } },
    ])
    expect(walk([sent, accepted, seated]).asked).toEqual([{ src: 'giveAccess', input: about }])
    expect(walk([sent, accepted, seated, notLetIn]).asked).toEqual([{ src: 'leaveSeat', input: about }])
  })

  it('forgets the password’s reference once the account is made, or cannot be', () => {
    expect(walk([sent, joined]).snapshot.context.passwordRef).toBe('pwd_1')
    expect(walk([sent, joined, account]).snapshot.context.passwordRef).toBeNull()
    const taken = walk([sent, joined, noAccount('address.taken')]).snapshot.context
    expect(taken).toMatchObject({ passwordRef: null, name: '', problem: 'address.taken' })
  })

  it('says what it stands still for', () => {
    const problem = (events: readonly Told[]) => walk(events).snapshot.context.problem
    expect(problem([notSent('rate.limited')])).toBe('rate.limited')
    expect(problem([notSent('smtp.odd')])).toBe('mail.failed')
    expect(problem([notSent(), resent])).toBeNull()
    expect(problem(full)).toBe('seats.full')
    expect(problem(failed)).toBe('access.failed')
    expect(problem([sent, accepted, notSeated('inviter.gone')])).toBe('inviter.gone')
  })
})

describe('the flow', () => {
  const { start } = invitationFlow
  it('lets nobody invite to a role above their own', () => {
    const starter = { tenant: 'ten_1', userId: 'usr_1', email: 'a@b.example', name: 'A' }
    const given = (role: string) => ({ email: input.email, role, locale: 'en' }) as never
    const allowed = (own: (typeof memberRoles)[number]) =>
      memberRoles.filter((role) => start!.allows!(given(role), { ...starter, role: own }))
    expect(allowed('owner')).toEqual([...memberRoles])
    expect(allowed('admin')).toEqual(['admin', 'billing', 'developer', 'member'])
    expect(allowed('developer')).toEqual([])
  })

  it('shows members no reference to a password, and no account', () => {
    const { context } = walk([sent, joined]).snapshot
    expect(Object.keys(invitationFlow.view(context, 'member'))).toEqual([
      'email',
      'role',
      'inviter',
      'sends',
      'problem',
    ])
  })
})

describe('the chart', () => {
  it('explains every leaf', () => {
    expect(unexplainedLeaves(invitationMachine)).toEqual([])
  })
  it('has a fixture for every state on the page', () => {
    expect(fixtureGaps(invitationMachine, input, invitationFixtures)).toEqual([])
  })
  it('has a policy for every event', () => {
    expect(policyGaps(invitationFlow)).toEqual([])
  })
  it('plans what the live interpreter does, in every state', { timeout: 60_000 }, () => {
    const noise: Told = { type: 'nobody.hears' }
    const events = [accepted, joined, resent, retried, operator, revoked, ...Array.from({ length: 12 }, () => noise)]
    const outputs = {
      sendInvitation: { sent: true },
      remindInvited: { sent: true },
      makeAccount: { userId: 'usr_2' },
      takeSeat: { taken: true },
      giveAccess: { given: true },
      leaveSeat: { left: true },
    }
    const walked = walkChart(invitationMachine, { steps: 20_000, seed: 31, input, events, outputs })
    expect(walked.steps).toBeGreaterThanOrEqual(10_000)
    expect(walked.states.map((state) => JSON.stringify(JSON.parse(state)))).toEqual(
      expect.arrayContaining([
        '"mailing"',
        '"mailFailed"',
        '"failed"',
        '"stuck"',
        '{"waiting":"reminded"}',
        '{"accepting":"undoing"}',
      ]),
    )
  })
})
