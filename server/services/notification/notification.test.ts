import { describe, expect, it } from 'vitest'
import type { SendCode } from '../../../machines/onboarding/onboarding.types.ts'
import type { Channel, OptionalClass } from '../../../machines/vocabulary/notices.ts'
import type { StepInput } from '../../../machines/provisioning/provisioning.types.ts'
import { defineTables } from '../../records/define.ts'
import { mailbox } from '../../records/notices/mailbox.ts'
import { notices } from '../../records/notices/notices.ts'
import { outbox } from '../../records/notices/outbox.ts'
import { preferences } from '../../records/notices/preferences.ts'
import { tokens } from '../../records/tokens/tokens.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { EffectError, type Fact, giveUp, type Job } from '../effect.ts'
import { mailboxMailer } from './mailer.ts'
import { sendCode } from './send-code.ts'
import { sendReminder } from './send-reminder.ts'
import { sendSignInCode } from './send-sign-in-code.ts'
import { render } from './templates/index.tsx'
import { welcomeResource } from './welcome-resource.ts'

const minute = 60_000
const email = 'mara@fernhill.studio'

describe('the code of a sign-up', () => {
  it('is mailed once, however often the effect runs, and works with the link beside it', async () => {
    const { effects, commit, tokenTable, mails } = await open()
    await effects.sendCode(codeJob(1))
    await commit(await effects.sendCode(codeJob(1)))

    const [mail, ...others] = await mails()
    expect(others).toEqual([])
    const code = /^(\d{3}) (\d{3}) is your/.exec(mail!.subject)!.slice(1).join('')
    const typed = { purpose: 'verify-code', subject: 'onb_1', code } as const
    expect((await tokenTable.judgeCode(typed)).accepted).toBe(true)
    const token = new URL(mail!.links[0]!).searchParams.get('token')!
    expect(await tokenTable.consume('verify-link', token)).toMatchObject({ subject: 'onb_1' })
    expect(mail!.links[0]).toMatch(/^https:\/\/tenure\.app\/verify\?token=[\w-]{43}$/)
  })

  it('is the only one that works: a newer one ends it, link included', async () => {
    const { effects, commit, tokenTable, mails } = await open()
    await commit(await effects.sendCode(codeJob(1)))
    const [first] = await mails()
    await commit(await effects.sendCode(codeJob(2)))
    const token = new URL(first!.links[0]!).searchParams.get('token')!
    expect(await tokenTable.find('verify-link', token)).toBeNull()
    const code = first!.subject.slice(0, 7).replace(' ', '')
    expect((await tokenTable.judgeCode({ purpose: 'verify-code', subject: 'onb_1', code })).accepted).toBe(false)
  })

  it('is one nobody can know when the address has an account; its owner is told instead', async () => {
    const { effects, commit, tokenTable, mails } = await open({ hasAccount: true })
    const fact = await effects.sendCode(codeJob(1))
    const usual = await (await open()).effects.sendCode(codeJob(1))
    expect(fact.output).toEqual(usual.output)
    expect(fact.writes).toHaveLength(usual.writes!.length)
    await commit(fact)

    const [mail] = await mails()
    expect(mail!.subject).toBe('You already have a Tenure account')
    expect(mail!.text).not.toMatch(/\d{3} \d{3}/)
    const code = tokenTable.codeFor('code/onb_1/1')
    const judged = await tokenTable.judgeCode({ purpose: 'verify-code', subject: 'onb_1', code })
    expect(judged.accepted).toBe(false)
    // a try was spent: there is a code to guess at, as for everybody
    expect(judged.writes).toHaveLength(1)
  })

  it('is refused after ten to one address within an hour', async () => {
    const { effects, pass } = await open()
    for (let n = 1; n <= 10; n++) await effects.sendCode(codeJob(n))
    await expect(effects.sendCode(codeJob(11))).rejects.toMatchObject({ code: 'rate.limited', final: true })
    pass(60 * minute)
    await expect(effects.sendCode(codeJob(11))).resolves.toMatchObject({ output: { sent: true } })
  })

  it('is sent by the next attempt when the mail server was away', async () => {
    const { effects, fail, mails } = await open()
    fail(new EffectError('mail.failed', 'away'))
    await expect(effects.sendCode(codeJob(1))).rejects.toMatchObject({ code: 'mail.failed', final: false })
    fail(null)
    await effects.sendCode(codeJob(1))
    expect(await mails()).toHaveLength(1)
  })
})

it('signs in by a code only whoever has an account, and says nothing else to anybody', async () => {
  const input = { signInId: 'sgn_1', email, number: 1, locale: 'en', worksForMs: 15 * minute }
  for (const hasAccount of [true, false]) {
    const { effects, commit, tokenTable, mails } = await open({ hasAccount })
    const fact = await effects.sendSignInCode(job(input, 'sign-in-code/sgn_1/1'))
    await commit(fact)
    expect(fact.writes).toHaveLength(2)
    const code = tokenTable.codeFor('sign-in-code/sgn_1/1')
    const typed = { purpose: 'sign-in-code', subject: 'sgn_1', code } as const
    expect((await tokenTable.judgeCode(typed)).accepted).toBe(hasAccount)
    expect((await mails())[0]!.text.includes('has no account')).toBe(!hasAccount)
  }
})

it('reminds with a link that resumes the sign-up for as long as it is kept', async () => {
  const { effects, commit, tokenTable, mails, pass } = await open()
  const input = { onboardingId: 'onb_1', email, name: 'Mara', locale: 'en', number: 2 } as const
  await commit(await effects.sendReminder(job(input, 'reminder/onb_1/2')))
  const token = new URL((await mails())[0]!.links[0]!).searchParams.get('resume')!
  pass(40 * 24 * 60 * minute)
  expect(await tokenTable.find('resume', token)).toEqual({ subject: 'onb_1', tenant: 'visitors' })
  expect(await tokenTable.find('flow', token)).toBeNull()
})

describe('the welcome step', () => {
  it('mails and tells once, and is found again', async () => {
    const { welcome, commit, mails, told } = await open()
    await welcome.execute(welcomeJob)
    await commit(await welcome.execute(welcomeJob))
    await commit(await welcome.probe(welcomeJob))
    expect(await mails()).toMatchObject([
      { subject: 'Fernhill Studio is ready', links: ['https://tenure.app/portal/'] },
    ])
    expect(await told.list('ten_1', 'usr_1')).toMatchObject([{ template: 'welcome' }])
    expect(await welcome.verify(welcomeJob)).toEqual({ output: { sound: true } })
  })

  it('stands without its mail when the mail server knows no such reader', async () => {
    const { welcome, commit, told, fail } = await open()
    fail(giveUp('mail.refused', 'no such user'))
    await commit(await welcome.execute(welcomeJob))
    expect(await welcome.verify(welcomeJob)).toEqual({ output: { sound: true } })
    expect(await told.unread('ten_1', 'usr_1')).toBe(1)
  })

  it('stands without mail and notice for whoever wants neither', async () => {
    const { welcome, commit, mails, told, switchOff } = await open()
    for (const channel of ['mail', 'app'] as const) await switchOff('product', channel)
    await commit(await welcome.execute(welcomeJob))
    await commit(await welcome.execute(welcomeJob))
    expect([await mails(), await told.list('ten_1', 'usr_1')]).toEqual([[], []])
    expect(await welcome.verify(welcomeJob)).toEqual({ output: { sound: true } })
    expect(await welcome.probe(welcomeJob)).toMatchObject({ output: { found: 'present' } })
  })

  it('can be taken back and made again', async () => {
    const { welcome, commit, told } = await open()
    await commit(await welcome.execute(welcomeJob))
    for (let time = 0; time < 2; time++) await commit(await welcome.compensate(welcomeJob))
    expect(await told.list('ten_1', 'usr_1')).toEqual([])
    expect(await welcome.probe(welcomeJob)).toEqual({ output: { found: 'absent' } })
    await commit(await welcome.execute(welcomeJob))
    expect(await told.unread('ten_1', 'usr_1')).toBe(1)
  })
})

const codeJob = (number: number): Job<SendCode['input']> =>
  job({ onboardingId: 'onb_1', email, number, locale: 'en', worksForMs: 15 * minute }, `code/onb_1/${number}`)

function job<Input>(input: Input, identity: string): Job<Input> {
  return { input, identity, attempt: 1, signal: new AbortController().signal, progress() {} }
}

const welcomeJob = job<StepInput>(
  {
    step: 'welcome',
    order: {
      runId: 'onb_1',
      tenantId: 'ten_1',
      company: 'Fernhill Studio',
      person: { email, name: 'Mara Lindqvist', role: 'designer', locale: 'en' },
      passwordRef: 'pwd_1',
      plan: {
        key: 'free',
        name: 'Free',
        seats: 2,
        limits: { seats: 2, projects: 3, requestsPerMonth: 10, storageBytes: 10 },
      },
      catalogueVersion: '1',
    },
    facts: { userId: 'usr_1', slug: 'fernhill-studio' },
  },
  'onb_1/welcome',
)

async function open({ hasAccount = false }: { hasAccount?: boolean } = {}) {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  let time = Date.UTC(2026, 10, 23)
  let failure: Error | null = null
  const now = () => time
  const records = { connection, now, secret: 'a secret for tests' }
  const [box, told, tokenTable] = [mailbox(records), notices(records), tokens(records)]
  const kept = mailboxMailer(box)
  const mailer = {
    ...kept,
    send: (mail: Parameters<typeof kept.send>[0]) => (failure ? Promise.reject(failure) : kept.send(mail)),
  }
  const parts = {
    outbox: outbox(records),
    mailer,
    render,
    tokens: tokenTable,
    notices: told,
    hasAccount: async () => hasAccount,
    publicUrl: 'https://tenure.app',
    now,
  }
  return {
    effects: {
      sendCode: sendCode(parts),
      sendReminder: sendReminder(parts),
      sendSignInCode: sendSignInCode(parts),
    },
    welcome: welcomeResource(parts),
    told,
    tokenTable,
    switchOff: (about: OptionalClass, channel: Channel) =>
      connection.write([preferences(records).set({ tenant: 'ten_1', user: 'usr_1' }, about, channel, false)]),
    mails: () => box.listFor(email),
    commit: async ({ writes = [] }: Fact<unknown>) =>
      expect(await connection.write(writes)).toEqual({ result: 'written' }),
    pass: (ms: number) => {
      time += ms
    },
    fail: (error: Error | null) => {
      failure = error
    },
  }
}
