import { describe, expect, it } from 'vitest'
import type { CloseInvitation, SendInvitation } from '../../../machines/invitation/invitation.types.ts'
import { credentials } from '../../records/credentials/credentials.ts'
import { defineTables } from '../../records/define.ts'
import { invitations } from '../../records/invitations/invitations.ts'
import { mailbox } from '../../records/notices/mailbox.ts'
import { notices } from '../../records/notices/notices.ts'
import { outbox } from '../../records/notices/outbox.ts'
import { preferences } from '../../records/notices/preferences.ts'
import type { Write } from '../../records/query.ts'
import { tenants } from '../../records/tenants/tenants.ts'
import { tokens } from '../../records/tokens/tokens.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import type { Job } from '../effect.ts'
import { closeInvitation } from './close-invitation.ts'
import { mailboxMailer } from './mailer.ts'
import { remindInvited, sendInvitation } from './send-invitation.ts'
import { tellRemoved } from './tell-removed.ts'
import { render } from './templates/index.tsx'

const day = 86_400_000
const email = 'ana@fernhill.studio'
const invited = {
  invitationId: 'inv_1',
  tenantId: 'ten_1',
  email,
  role: 'member',
  inviter: { userId: 'usr_1', name: 'Mara Lindqvist' },
} as const

describe('an invitation', () => {
  it('is mailed once, however often the effect runs, and its link is for it alone', async () => {
    const world = await open()
    await world.send(1)
    await world.commit((await world.send(1)).writes)
    const [mail, ...others] = await world.mails()
    expect(others).toEqual([])
    expect(mail!.links[0]).toMatch(/^https:\/\/tenure\.app\/invitation\?token=[\w-]{43}$/)
    const token = new URL(mail!.links[0]!).searchParams.get('token')!
    expect(await world.tokenTable.trace('invitation', token)).toEqual({
      subject: 'inv_1',
      tenant: 'ten_1',
      state: 'live',
    })
    expect(await world.tokenTable.find('verify-link', token)).toBeNull()
    expect(await world.tokenTable.trace('resume', token)).toBeNull()
    expect(await world.list.open('ten_1')).toMatchObject([{ id: 'inv_1', email }])
  })

  it('has one link that works: a newer one ends it, and a reminder repeats it', async () => {
    const world = await open()
    await world.commit((await world.send(1)).writes)
    const first = world.tokenTable.tokenFor('invitation/inv_1/1')
    await world.commit((await world.send(2)).writes)
    expect(await world.tokenTable.trace('invitation', first)).toMatchObject({ state: 'superseded' })
    const second = world.tokenTable.tokenFor('invitation/inv_1/2')
    for (let time = 0; time < 2; time++) await world.remind(2)
    const reminders = (await world.mails()).filter(({ subject }) => subject.includes('ends soon'))
    expect(reminders).toMatchObject([{ links: [`https://tenure.app/invitation?token=${second}`] }])
    world.pass(7 * day)
    expect(await world.tokenTable.trace('invitation', second)).toMatchObject({ state: 'expired' })
  })

  it('is not sent where another waits, or to a member; in another case of the workspace it is', async () => {
    const world = await open()
    await world.send(1)
    await expect(world.send(1, { invitationId: 'inv_2' })).rejects.toMatchObject({
      code: 'invitation.exists',
      final: true,
    })
    await expect(world.send(1, { invitationId: 'inv_3', email: 'mara@fernhill.studio' })).rejects.toMatchObject({
      code: 'member.exists',
      final: true,
    })
    expect((await world.send(1, { invitationId: 'inv_4', tenantId: 'ten_2' })).output).toEqual({ sent: true })
    expect(await world.mails()).toHaveLength(2)
  })

  it('goes to one address five times an hour at most', async () => {
    const world = await open()
    for (let number = 1; number <= 5; number++) await world.send(number)
    await expect(world.send(6)).rejects.toMatchObject({ code: 'rate.limited', final: true })
  })

  it.each([
    ['accepted', 1],
    ['declined', 1],
    ['expired', 1],
    ['revoked', 0],
    ['refused', 0],
  ] as const)('that is %s is closed once, with its links and passwords, and told %i times', async (outcome, told) => {
    const world = await open()
    await world.commit((await world.send(1)).writes)
    const { ref, write } = world.passwords.keep('hash', 'inv_1')
    await world.commit([write])
    for (let time = 0; time < 2; time++) await world.close(outcome)
    expect(await world.list.open('ten_1')).toEqual([])
    expect(await world.tokenTable.find('invitation', world.tokenTable.tokenFor('invitation/inv_1/1'))).toBeNull()
    expect(await world.passwords.read(ref)).toBeNull()
    expect(await world.noticeTable.list('ten_1', 'usr_1')).toHaveLength(told)
    expect((await world.mails()).filter(({ to }) => to === 'mara@fernhill.studio')).toHaveLength(told)
    // and the address may be invited anew
    expect((await world.send(1, { invitationId: 'inv_2' })).output).toEqual({ sent: true })
  })
})

describe('whoever invited', () => {
  it('is not written to once they want no such mails, and the invitation is closed all the same', async () => {
    const world = await open()
    await world.commit((await world.send(1)).writes)
    await world.commit([world.choices.set({ tenant: 'ten_1', user: 'usr_1' }, 'team', 'mail', false)])
    await world.close('accepted')
    expect((await world.mails()).map(({ to }) => to)).not.toContain('mara@fernhill.studio')
    expect(await world.list.open('ten_1')).toEqual([])
    expect(await world.noticeTable.list('ten_1', 'usr_1')).toHaveLength(1)
  })
})

describe('whoever was removed', () => {
  it('is told once, by whom', async () => {
    const world = await open()
    for (let time = 0; time < 2; time++) await world.tell()
    expect((await world.mails()).map(({ text }) => text).join()).toMatch(/Mara Lindqvist removed you/)
    expect(await world.mails()).toHaveLength(1)
  })
})

async function open() {
  let at = Date.UTC(2026, 10, 25)
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const parts = { connection, now: () => at, secret: 'a secret for tests' }
  const [box, tokenTable, list] = [mailbox(parts), tokens(parts), invitations(parts)]
  const [passwords, noticeTable, records] = [credentials(parts), notices(parts), tenants(parts)]
  const limits = { seats: 2, projects: 3, requestsPerMonth: 10, storageBytes: 1000 }
  const plan = { plan: 'free', planName: 'Free', limits, seats: 2, catalogueVersion: '1' }
  for (const [id, user] of [
    ['ten_1', 'usr_1'],
    ['ten_2', 'usr_8'],
  ] as const) {
    const owner = {
      userId: user,
      email: `${id === 'ten_1' ? 'mara' : 'jo'}@fernhill.studio`,
      name: 'Mara',
      occupation: 'other',
    } as const
    await connection.write(records.create({ id, slug: id, name: 'Fernhill Studio', ...plan }, owner))
  }
  const posting = { outbox: outbox(parts), mailer: mailboxMailer(box), render, publicUrl: 'https://tenure.app' }
  const mailing = { ...posting, tokens: tokenTable, tenants: records, invitations: list, now: parts.now }
  const job = <Input>(input: Input, identity: string): Job<Input> => ({
    input,
    identity,
    attempt: 1,
    signal: new AbortController().signal,
    progress() {},
  })
  const closing = { ...posting, invitations: list, tenants: records, tokens: tokenTable }
  const kept = { credentials: passwords, notices: noticeTable }
  return {
    tokenTable,
    list,
    passwords,
    noticeTable,
    choices: preferences(parts),
    pass: (ms: number) => void (at += ms),
    mails: () => box.listFor(),
    commit: async (writes: readonly Write[] = []) =>
      expect(await connection.write(writes)).toEqual({ result: 'written' }),
    send(number: number, about: Partial<SendInvitation['input']> = {}) {
      const input = { ...invited, number, worksForMs: 7 * day, ...about }
      return sendInvitation(mailing)(job(input, `invitation/${input.invitationId}/${number}`))
    },
    remind: (number: number) =>
      remindInvited(mailing)(job({ ...invited, number, leftMs: 2 * day }, `invitation-reminder/inv_1/${number}`)),
    close: (outcome: CloseInvitation['outcome']) =>
      closeInvitation({ ...closing, ...kept })(job({ ...invited, outcome, name: '' }, 'close/inv_1')),
    tell: () =>
      tellRemoved({ ...posting, tenants: records })(
        job(
          { removalId: 'rem_1', tenantId: 'ten_1', userId: 'usr_2', email, name: 'Ana', by: invited.inviter },
          'removed/rem_1',
        ),
      ),
  }
}
