import { describe, expect, it } from 'vitest'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import { defineTables } from '../define.ts'
import type { Write } from '../query.ts'
import { type CodePurpose, tokens } from './tokens.ts'

const minute = 60_000
const link = { purpose: 'verify-link', subject: 'onb_1', tenant: 'visitors', lifetimeMs: 15 * minute } as const
const code = { id: 'code/onb_1/1', purpose: 'verify-code', subject: 'onb_1', tenant: 'visitors', lifetimeMs: minute }
const typed = { purpose: 'verify-code', subject: 'onb_1' } as const

describe('tokens', () => {
  it('speaks for its subject until it is used, and only once', async () => {
    const { records, commit } = await open()
    const { token, write } = records.issue(link)
    expect(await records.find('verify-link', token)).toBeNull()
    await commit(write)

    expect(await records.find('verify-link', token)).toEqual({ subject: 'onb_1', tenant: 'visitors' })
    const first = (await records.consume('verify-link', token))!
    const second = (await records.consume('verify-link', token))!
    const answers = await Promise.all([commit(first.write), commit(second.write)])
    expect(answers).toEqual([{ result: 'written' }, { result: 'refused', code: 'token.used' }])
    expect(await records.consume('verify-link', token)).toBeNull()
  })

  it.each(['flow', 'resume', 'hand-off'] as const)('is worthless as a %s token when made to verify', async (other) => {
    const { records, commit } = await open()
    const { token, write } = records.issue(link)
    await commit(write)
    expect(await records.find(other, token)).toBeNull()
    expect(await records.consume(other, token)).toBeNull()
  })

  it('is worth nothing once its time is up, even when it was judged before', async () => {
    const { records, commit, pass } = await open()
    const { token, write } = records.issue(link)
    await commit(write)
    pass(15 * minute)
    expect(await records.find('verify-link', token)).toBeNull()
    expect(await records.consume('verify-link', token)).toBeNull()
  })

  it('keeps nothing readable', async () => {
    const { records, commit, dump } = await open()
    const { token, write } = records.issue(link)
    await commit(write, issueCode(records, '418302'))
    expect(dump()).not.toContain(token)
    expect(dump()).not.toContain('418302')
  })

  it('forgets a revoked flow token at once, remembered or not', async () => {
    const { records, commit } = await open()
    const { token, write } = records.issue({ ...link, purpose: 'flow' })
    await commit(write)
    expect(await records.find('flow', token)).not.toBeNull()
    await commit(...records.revokeAll('onb_1', ['flow', 'resume']))
    expect(await records.find('flow', token)).toBeNull()
  })
})

describe('codes', () => {
  it('accepts the right code once', async () => {
    const { records, commit } = await open()
    await commit(issueCode(records, '418302'))
    const judged = await records.judgeCode({ ...typed, code: '418302' })
    expect(judged.accepted).toBe(true)
    expect(await commit(...judged.writes)).toEqual({ result: 'written' })
    expect(await records.judgeCode({ ...typed, code: '418302' })).toEqual({ accepted: false, writes: [] })
  })

  it('dies after five wrong tries, whoever types at once', async () => {
    const { records, commit } = await open()
    await commit(issueCode(records, '418302'))
    const guesses = await Promise.all(
      Array.from({ length: 8 }, (_, guess) => records.judgeCode({ ...typed, code: `00000${guess}` })),
    )
    const outcomes = await Promise.all(guesses.map(({ writes }) => commit(...writes)))
    expect(outcomes.filter(({ result }) => result === 'written')).toHaveLength(5)
    expect((await records.judgeCode({ ...typed, code: '418302' })).accepted).toBe(false)
  })

  it('means nothing for another purpose or another subject', async () => {
    const { records, commit } = await open()
    await commit(issueCode(records, '418302'))
    const signIn: CodePurpose = 'sign-in-code'
    expect((await records.judgeCode({ ...typed, purpose: signIn, code: '418302' })).accepted).toBe(false)
    expect((await records.judgeCode({ ...typed, subject: 'onb_2', code: '418302' })).accepted).toBe(false)
  })

  it('gives way to the next one', async () => {
    const { records, commit } = await open()
    await commit(issueCode(records, '111111'))
    await commit(...records.revokeAll('onb_1', ['verify-code'], 'code/onb_1/2'), issueCode(records, '222222', 2))
    expect((await records.judgeCode({ ...typed, code: '111111' })).accepted).toBe(false)
    expect((await records.judgeCode({ ...typed, code: '222222' })).accepted).toBe(true)
  })

  it('stays the same code, with its tries spent, when its effect is repeated', async () => {
    const { records, commit } = await open()
    await commit(issueCode(records, '418302'))
    for (let tries = 0; tries < 5; tries++)
      await commit(...(await records.judgeCode({ ...typed, code: '000000' })).writes)
    await commit(issueCode(records, '418302'))
    expect((await records.judgeCode({ ...typed, code: '418302' })).accepted).toBe(false)
  })

  it('is derived from the effect that mails it', async () => {
    const { records } = await open()
    expect(records.codeFor('code/onb_1/1')).toMatch(/^\d{6}$/)
    expect(records.codeFor('code/onb_1/1')).toBe(records.codeFor('code/onb_1/1'))
    expect(records.codeFor('code/onb_1/2')).not.toBe(records.codeFor('code/onb_1/1'))
    expect(records.tokenFor('code/onb_1/1')).toHaveLength(43)
  })
})

const issueCode = (records: ReturnType<typeof tokens>, value: string, number = 1) =>
  records.issueAs({ ...code, purpose: 'verify-code', id: `code/onb_1/${number}`, value })

async function open() {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  let time = Date.UTC(2026, 10, 23)
  return {
    records: tokens({ connection, now: () => time, secret: 'a secret for tests' }),
    commit: (...writes: Write[]) => connection.write(writes),
    pass: (ms: number) => {
      time += ms
    },
    dump: () => JSON.stringify(db.prepare('select * from token').all()),
  }
}
