import { describe, expect, it } from 'vitest'
import { catalogueSchema } from '../../../machines/vocabulary/plans.ts'
import plans from '../../plans/plans.json' with { type: 'json' }
import { credentials } from '../../records/credentials/credentials.ts'
import { defineTables } from '../../records/define.ts'
import { tokens } from '../../records/tokens/tokens.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import type { Job } from '../effect.ts'
import { forget } from './forget.ts'
import { readPlans } from './read-plans.ts'

describe('reading plans', () => {
  it('answers with what is offered under the key, and the catalogue’s version', async () => {
    const { output } = await reader(['free', 'enterprise'])(job({ onboardingId: 'onb_1', embeddingKey: 'pk_demo' }))
    expect(output.version).toBe(plans.version)
    expect(output.plans.map(({ key }) => key)).toEqual(['free'])
  })

  it('gives up for a key nobody was given', async () => {
    const attempt = reader(['free'])(job({ onboardingId: 'onb_1', embeddingKey: 'pk_other' }))
    await expect(attempt).rejects.toMatchObject({ code: 'embedding.unknown', final: true })
  })

  it('fails, but not for good, while nothing is for sale', async () => {
    const attempt = reader(['enterprise'])(job({ onboardingId: 'onb_1', embeddingKey: 'pk_demo' }))
    await expect(attempt).rejects.toMatchObject({ code: 'plans.unreadable', final: false })
  })
})

it('forgets the tokens and the password of one sign-up, and of no other', async () => {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const parts = { connection, now: () => 0, secret: 'a secret for tests' }
  const [tokenTable, waiting] = [tokens(parts), credentials(parts)]
  const issue = (subject: string) =>
    tokenTable.issue({ purpose: 'flow', subject, tenant: 'visitors', lifetimeMs: 60_000 })
  const [mine, other, password] = [issue('onb_1'), issue('onb_2'), waiting.keep('$argon2id$', 'onb_1')]
  await connection.write([mine.write, other.write, password.write])

  const { writes = [] } = await forget({ tokens: tokenTable, credentials: waiting })(job({ onboardingId: 'onb_1' }))
  await connection.write(writes)
  expect(await tokenTable.find('flow', mine.token)).toBeNull()
  expect(await waiting.read(password.ref)).toBeNull()
  expect(await tokenTable.find('flow', other.token)).not.toBeNull()
})

const reader = (allowed: string[]) =>
  readPlans({
    catalogue: { read: async () => catalogueSchema.parse(plans) },
    embeddingKeys: {
      find: async (key) =>
        key === 'pk_demo' ? { origins: [], flow: 'onboarding', plans: allowed, appearance: {} } : null,
    },
  })

const job = <Input>(input: Input): Job<Input> => ({
  input,
  identity: 'once',
  attempt: 1,
  signal: new AbortController().signal,
  progress() {},
})
