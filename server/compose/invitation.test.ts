/** A colleague's way in, on the whole server: from the mail to the seat, and everything that may come between. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invitationDelays } from '../../machines/invitation/invitation.delays.ts'
import { call } from './testing/calls.ts'
import { type InProcess, inProcess } from './testing/in-process.ts'
import { mailsTo, newestMail } from './testing/mails.ts'
import { accountFor, cookieFor } from './testing/members.ts'
import { look, newcomer, press, team } from './testing/team.ts'
import { password, visitorAt } from './testing/visitor.ts'
import { written } from './testing/written.ts'

let server: InProcess
beforeAll(async () => {
  server = await inProcess()
})
afterAll(() => server.end())

let addresses = 0
const address = () => `ana-${++addresses}@kettle.example`

describe('somebody new who is invited', () => {
  it('makes an account by the link, and works in the workspace', async () => {
    const t = await team(server)
    const { id, email, token } = await t.invite(address(), 'developer')
    expect((await newestMail(server, email)).subject).toBe('Mara Lindqvist invites you to Fernhill Studio')
    expect(await t.list()).toMatchObject({ seats: { used: 1, held: 1, all: 5 }, invitations: [{ view: { id } }] })

    const opened = await look(server, token)
    expect(opened.status).toBe(200)
    expect(opened.body).toContain('Make my account and join')
    const { status, location, proof } = await press(server, 'accept', { token, ...newcomer })
    expect([status, location]).toEqual([303, `/portal/?workspace=${t.tenant}`])
    await server.settle()

    expect((await call(server, 'tenant.home', { tenant: t.tenant }, proof)).data).toMatchObject({ role: 'developer' })
    const made = await call(server, 'tenant.createProject', { tenant: t.tenant, name: 'Website' }, proof)
    expect(made.status).toBe(200)
    expect(await t.list()).toMatchObject({ seats: { used: 2, held: 0 }, invitations: [] })
    const userId = await t.userOf(email)
    expect(await server.identity.accounts.hasPassword(userId, newcomer.password)).toBe(true)
    const journal = JSON.stringify(await server.engine.journal(id))
    for (const secret of [newcomer.password, token]) expect(journal).not.toContain(secret)
    const access = (await server.records.ledger.of(t.tenant)).filter(({ kind }) => kind === 'access')
    expect(access).toMatchObject([{ identity: `access/${t.tenant}/${userId}`, status: 'present', fact: { userId } }])
    const { data } = await call(server, 'notification.list', { tenant: t.tenant }, t.owner)
    expect(data).toMatchObject([{ template: 'invitation.accepted', data: { email, name: newcomer.name } }, {}])
  })

  it('is told what is wrong with a name or a password, and loses nothing', async () => {
    const t = await team(server)
    const { token, email } = await t.invite(address())
    for (const fields of [{ name: '', password: newcomer.password }, { name: 'Ana', password: 'short' }, {}]) {
      const { status, body } = await press(server, 'accept', { token, ...(fields as Record<string, string>) })
      expect([status, body.includes('role="alert"')]).toEqual([422, true])
    }
    expect(await server.identity.accounts.byEmail(email)).toBeNull()
    expect((await press(server, 'accept', { token, ...newcomer })).status).toBe(303)
  })

  it('may decline, and whoever invited hears of it', async () => {
    const t = await team(server)
    const { token, id } = await t.invite(address())
    expect((await press(server, 'decline', { token })).body).toContain('You declined')
    await server.settle()
    expect((await t.view(id)).value).toBe('declined')
    expect(await t.list()).toMatchObject({ invitations: [], seats: { held: 0 } })
    const { data } = await call(server, 'notification.list', { tenant: t.tenant }, t.owner)
    expect(data).toMatchObject([{ template: 'invitation.declined' }, {}])
    expect((await look(server, token)).status).toBe(410)
  })

  it('is reminded by the same link, and too late after a week', async () => {
    const t = await team(server)
    const { token, email, id } = await t.invite(address())
    const { resendCooldown, reminderDelay, invitationLifetime } = invitationDelays
    await server.pass(resendCooldown)
    await server.pass(reminderDelay)
    expect((await newestMail(server, email)).subject).toBe('Your invitation to Fernhill Studio ends soon')
    expect(await t.link(email)).toBe(token)
    expect((await look(server, token)).status).toBe(200)
    await server.pass(invitationLifetime - resendCooldown - reminderDelay)
    expect((await t.view(id)).value).toBe('expired')
    const late = await press(server, 'accept', { token, ...newcomer })
    expect([late.status, late.body.includes('has expired')]).toEqual([410, true])
    expect(await server.identity.accounts.byEmail(email)).toBeNull()
    expect(await t.list()).toMatchObject({ invitations: [] })
  })
})

describe('somebody with an account', () => {
  it('joins with one button while signed in, and their role elsewhere stays', async () => {
    const t = await team(server)
    const visitor = await visitorAt(server, 'ready')
    const { token } = await t.invite(visitor.email, 'billing')
    const proof = await cookieFor(server, visitor.email)
    expect((await look(server, token, proof)).body).toContain('Join Fernhill Studio</button>')
    expect((await press(server, 'accept', { token }, proof)).location).toBe(`/portal/?workspace=${t.tenant}`)
    const { data } = await call(server, 'session.me', undefined, proof)
    expect((data as { tenants: { role: string }[] }).tenants.map(({ role }) => role)).toEqual(['billing', 'owner'])
  })

  it('signs in on the page, by the right password only', async () => {
    const t = await team(server)
    const visitor = await visitorAt(server, 'ready')
    const { token, id } = await t.invite(visitor.email)
    expect((await look(server, token)).body).toContain('Sign in and join')
    const wrong = await press(server, 'accept', { token, password: 'guess guess guess' })
    expect([wrong.status, wrong.proof]).toEqual([401, {}])
    // a name and a new password make no second account, and change none
    expect((await press(server, 'accept', { token, ...newcomer })).status).toBe(401)
    expect((await t.view(id)).value).toMatchObject({ waiting: 'cooling' })
    const right = await press(server, 'accept', { token, password })
    expect(right.location).toBe(`/portal/?workspace=${t.tenant}`)
    expect((await call(server, 'tenant.home', { tenant: t.tenant }, right.proof)).status).toBe(200)
  })

  it('cannot take what was meant for another: the page says so and nothing changes', async () => {
    const t = await team(server)
    const { token, email, id } = await t.invite(address())
    const stranger = await visitorAt(server, 'ready')
    const proof = await cookieFor(server, stranger.email)
    const files = written(server)
    for (const { status, body } of [
      await look(server, token, proof),
      await press(server, 'accept', { token }, proof),
      await press(server, 'accept', { token, ...newcomer }, proof),
    ]) {
      expect(status).toBe(403)
      expect(body).toContain('This invitation is for another account')
    }
    expect(files.since()).toBe(false)
    files.close()
    expect((await t.view(id)).value).toMatchObject({ waiting: 'cooling' })
    const out = await press(server, 'sign-out', { token }, proof)
    expect(out.location).toBe(`/invitation?token=${token}`)
    expect((await press(server, 'accept', { token, ...newcomer })).status).toBe(303)
    expect(await server.identity.accounts.byEmail(email)).not.toBeNull()
  })

  it('is left in peace when they got it while the link was open', async () => {
    const t = await team(server)
    const { token, email, id } = await t.invite(address())
    const held = await server.engine.view(id, 'system')
    const { writes, event } = await acceptedAsNew(token)
    await accountFor(server, email, 'Ana elsewhere')
    server.clock.advance(1)
    await server.engine.send({ id: held!.id, event, eventId: 'late', caller: 'system', writes })
    await server.settle()
    expect(await t.view(id)).toMatchObject({ value: { waiting: 'cooling' }, context: { problem: 'address.taken' } })
    expect(await t.link(email)).not.toBe(token)
    expect((await look(server, await t.link(email))).body).toContain('Sign in and join')
    expect((await look(server, token)).body).toContain('A newer invitation was mailed')
  })
  const acceptedAsNew = async (token: string) => ({
    event: { type: 'invitation.accepted', ...newcomer },
    writes: [(await server.records.tokens.consume('invitation', token))!.write],
  })
})

describe('a link', () => {
  it('works once, however often its button is pressed at once', async () => {
    const t = await team(server)
    const { token, email } = await t.invite(address())
    const pressed = await Promise.all(Array.from({ length: 5 }, () => press(server, 'accept', { token, ...newcomer })))
    await server.settle()
    expect(pressed.filter(({ status }) => status === 303)).toHaveLength(1)
    expect((await t.list()).members.filter((member) => member.email === email)).toHaveLength(1)
    expect((await t.list()).seats.used).toBe(2)
    const again = await press(server, 'accept', { token, ...newcomer })
    expect([again.status, again.body.includes('has been used')]).toEqual([410, true])
  })

  it('is dead once a newer one is out, which waits for a minute', async () => {
    const t = await team(server)
    const { token, email, id } = await t.invite(address())
    expect((await t.send(id, 'invitation.resent')).data).toMatchObject({ outcome: { status: 'ignored' } })
    await server.pass(invitationDelays.resendCooldown)
    expect((await t.send(id, 'invitation.resent')).data).toMatchObject({ outcome: { status: 'accepted' } })
    await server.settle()
    const old = await press(server, 'accept', { token, ...newcomer })
    expect([old.status, old.body.includes('A newer invitation was mailed')]).toEqual([410, true])
    expect((await press(server, 'accept', { token: await t.link(email), ...newcomer })).status).toBe(303)
  })

  it('is dead once its invitation is taken back', async () => {
    const t = await team(server)
    const { token, id, email } = await t.invite(address())
    await t.send(id, 'invitation.revoked')
    const dead = await press(server, 'accept', { token, ...newcomer })
    expect([dead.status, dead.body.includes('was taken back')]).toEqual([410, true])
    await server.settle()
    expect(await t.list()).toMatchObject({ invitations: [] })
    // and inviting again is no problem
    expect((await press(server, 'accept', { token: (await t.invite(email)).token, ...newcomer })).status).toBe(303)
  })

  it('of another purpose, of nobody, or half of one opens nothing', async () => {
    const t = await team(server)
    const { token } = await t.invite(address())
    const visitor = await visitorAt(server, 'verifying')
    const verify = new URL((await newestMail(server, visitor.email)).links[0]!).searchParams.get('token')!
    for (const other of [verify, visitor.resume, 'never', '', token.slice(0, -1)])
      expect((await press(server, 'accept', { token: other, ...newcomer })).status).toBe(404)
    expect((await server.app.inject({ method: 'POST', url: '/verify', payload: { token } })).statusCode).toBe(410)
  })

  it('is not pressed by a form on another site', async () => {
    const t = await team(server)
    const { token, id } = await t.invite(address())
    for (const button of ['accept', 'decline'] as const)
      expect((await press(server, button, { token, ...newcomer }, {}, 'https://evil.example')).status).toBe(403)
    expect((await t.view(id)).value).toMatchObject({ waiting: 'cooling' })
  })
})

describe('seats', () => {
  it('go to one of thirty who accept at once; the others are told, and get in when there is room', {
    timeout: 120_000,
  }, async () => {
    const t = await team(server, 2)
    const invited = []
    for (let n = 0; n < 30; n++) invited.push(await t.invite(address()))
    const pressed = await Promise.all(invited.map(({ token }) => press(server, 'accept', { token, ...newcomer })))
    await server.settle()
    expect(pressed.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(pressed.filter(({ body }) => body.includes('Every seat is taken'))).toHaveLength(29)
    expect(await t.list()).toMatchObject({ seats: { used: 2, held: 29, all: 2 } })
    expect((await t.list()).members).toHaveLength(2)
    const late = pressed.findIndex(({ status }) => status !== 303)
    const { token } = invited[late]!
    const { proof } = pressed[late]!
    expect((await call(server, 'tenant.home', { tenant: t.tenant }, proof)).status).toBe(404)
    expect((await press(server, 'again', { token }, proof)).body).toContain('Every seat is taken')
    expect((await press(server, 'again', { token })).body).toContain('Sign in')
    await t.setSeats(3)
    expect((await press(server, 'again', { token }, proof)).location).toBe(`/portal/?workspace=${t.tenant}`)
    expect((await call(server, 'tenant.home', { tenant: t.tenant }, proof)).status).toBe(200)
    const other = invited[(late + 5) % 30]!
    await t.setSeats(4)
    if ((await t.view(other.id)).value === 'full') await t.send(other.id, 'acceptance.retried')
    await server.settle()
    expect((await t.list()).seats.used).toBe(4)
  })
})

describe('access', () => {
  it('that cannot be given leaves no seat behind, and is given by a later try', { timeout: 60_000 }, async () => {
    const t = await team(server)
    const { token, id, email } = await t.invite(address())
    const { workspaces } = server.records
    const sound = workspaces.admit
    let tries = 0
    const broken = () => {
      tries++
      return Promise.reject(new Error('The disk is away.'))
    }
    Object.assign(workspaces, { admit: broken })
    const pressing = press(server, 'accept', { token, ...newcomer })
    while (tries < 5) await server.pass(60_000)
    const told = await pressing
    Object.assign(workspaces, { admit: sound })
    await server.settle()
    expect([told.status, told.body.includes('The workspace did not open')]).toEqual([409, true])
    expect((await t.view(id)).value).toBe('failed')
    expect((await t.list()).seats.used).toBe(1)
    const userId = await t.userOf(email)
    expect(await server.records.ledger.find(`access/${t.tenant}/${userId}`)).toMatchObject({ status: 'released' })

    expect((await press(server, 'again', { token }, told.proof)).location).toBe(`/portal/?workspace=${t.tenant}`)
    expect((await t.list()).seats.used).toBe(2)
    expect(await server.records.ledger.find(`access/${t.tenant}/${userId}`)).toMatchObject({ status: 'present' })
    expect((await call(server, 'tenant.home', { tenant: t.tenant }, told.proof)).status).toBe(200)
  })
})

describe('inviting', () => {
  it('is for owners and admins, and to no role above one’s own', async () => {
    const t = await team(server)
    const admin = await t.join(address(), 'admin')
    const developer = await t.join(address(), 'developer')
    expect((await t.open(address(), 'owner', admin.proof)).reason).toBe('role.insufficient')
    expect((await t.open(address(), 'admin', admin.proof)).status).toBe(200)
    expect((await t.open(address(), 'member', developer.proof)).reason).toBe('role.insufficient')
    expect((await t.open(address(), 'owner')).status).toBe(200)
    expect((await t.open('not an address')).reason).toBe('input.invalid')
  })

  it('needs no second invitation to one address, and none for a member', async () => {
    const t = await team(server)
    const { email, id } = await t.invite(address())
    const { data } = await t.open(email, 'admin')
    await server.settle()
    expect(await t.view((data as { id: string }).id)).toMatchObject({
      value: 'refused',
      context: { problem: 'invitation.exists' },
    })
    expect((await t.list()).invitations.map(({ view }) => view.id)).toEqual([id])
    const own = await t.open(t.ownerEmail)
    await server.settle()
    expect((await t.view((own.data as { id: string }).id)).context['problem']).toBe('member.exists')
    expect(await mailsTo(server, email)).toHaveLength(1)
  })

  it('ends with the right to it: what a demoted admin promised is taken back', async () => {
    const t = await team(server)
    const admin = await t.join(address(), 'admin')
    const email = address()
    server.clock.advance(1)
    const { data } = await t.open(email, 'member', admin.proof)
    await server.settle()
    const token = await t.link(email)
    await call(server, 'team.changeRole', { tenant: t.tenant, userId: admin.userId, role: 'member' }, t.owner)
    const { status, body } = await press(server, 'accept', { token, ...newcomer })
    expect([status, body.includes('was taken back')]).toEqual([410, true])
    await server.settle()
    expect((await t.view((data as { id: string }).id)).context['problem']).toBe('inviter.gone')
    expect((await t.list()).seats.used).toBe(2)
  })

  it('is seen and steered by those who manage members only, and by nobody of another team', async () => {
    const t = await team(server)
    const developer = await t.join(address(), 'developer')
    const { id } = await t.invite(address())
    const stranger = await team(server)
    expect((await t.send(id, 'invitation.revoked', developer.proof)).reason).toBe('role.insufficient')
    const absent = await t.send('inv_00000000', 'invitation.revoked', stranger.owner)
    const foreign = await t.send(id, 'invitation.revoked', stranger.owner)
    expect({ ...foreign }).toEqual({ ...absent })
    for (const type of ['invitation.accepted', 'invitation.declined', 'operator.retried'])
      expect((await t.send(id, type)).data).toMatchObject({ outcome: { status: 'forbidden' } })
    expect((await t.list(developer.proof)).invitations).toEqual([])
    expect(await call(server, 'team.list', { tenant: t.tenant }, stranger.owner)).toMatchObject({ reason: 'absent' })
  })
})
