import { describe, expect, it } from 'vitest'
import { titleOf } from './audit.ts'

describe('an entry of the audit log', () => {
  it.each<[kind: string, flow: string | null, about: object, title: string]>([
    [
      'team.changeRole',
      null,
      { what: 'Ana', before: 'member', after: 'admin' },
      'Change the role of Ana from Member to Admin',
    ],
    ['team.changeRole', null, { what: 'usr_1' }, 'Change the role of somebody'],
    ['team.assignLicence', null, { what: 'Ana', after: 'Agent' }, 'Give Ana the licence Agent'],
    ['team.assignLicence', null, { what: 'usr_1' }, 'Give somebody a licence'],
    ['team.withdrawLicence', null, { what: 'Ana', before: 'Agent' }, 'Take the licence Agent back from Ana'],
    ['team.withdrawLicence', null, { what: 'usr_1' }, 'Take a licence back from somebody'],
    ['xstate.init', 'licensing', {}, 'Licence: begun'],
    ['tenant.createProject', null, { what: 'Aurora' }, 'Create the project “Aurora”'],
    ['tenant.createProject', null, {}, 'Create the project without a name'],
    ['nobody.saidThis', null, {}, 'Nobody said this'],
    ['xstate.init', 'invitation', {}, 'Invitation: begun'],
    ['invitation.revoked', 'invitation', {}, 'Invitation: revoked'],
    ['xstate.done.actor.sendInvitation', 'invitation', {}, 'Invitation: send invitation, done'],
    ['xstate.error.actor.readBooks', 'account', {}, 'Account: read books, failed'],
    ['xstate.after.graceEnds.account.open.standing', 'account', {}, 'Account: time is up (grace ends)'],
    ['xstate.init', 'newFlow', {}, 'New flow: begun'],
  ])('of kind %s in flow %s about %j reads %s', (kind, flow, about, title) => {
    expect(titleOf({ kind, flow, about })).toBe(title)
  })
})
