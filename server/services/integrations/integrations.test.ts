import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { IntegrationKind } from '../../../machines/integration/integration.types.ts'
import { defineTables } from '../../records/define.ts'
import { integrationSecrets } from '../../records/integrations/integration-secrets.ts'
import { integrations } from '../../records/integrations/integrations.ts'
import { ledger } from '../../records/tenants/ledger.ts'
import { groupCommit } from '../../store/sqlite/group-commit.ts'
import { openDatabase } from '../../store/sqlite/open.ts'
import { sqliteConnection } from '../../store/sqlite/sqlite-connection.ts'
import type { Fact, Job } from '../effect.ts'
import { anthropic } from './anthropic.ts'
import { checkCredential } from './check-credential.ts'
import { exchangeCode } from './exchange-code.ts'
import { forgetIntegration } from './forget-integration.ts'
import { github } from './github.ts'
import { npm } from './npm.ts'
import { openvsx } from './openvsx.ts'
import type { Providers } from './provider.ts'
import { revokeCredential } from './revoke-credential.ts'

/** Typed by somebody; it must turn up in nothing that is thrown. */
const KEY = 'canary-key-of-a-company'

let servers: Server[] = []
afterEach(async () => {
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  servers = []
})

describe('a company that answers', () => {
  it.each<[string, number, object, string, boolean]>([
    ['does not know the key', 401, {}, 'credential.refused', true],
    ['does not let it in', 403, {}, 'credential.forbidden', true],
    ['is busy', 429, { 'retry-after': '7' }, 'provider.unreachable', false],
    ['counts our calls', 403, { 'x-ratelimit-remaining': '0' }, 'provider.unreachable', false],
    ['is broken', 500, {}, 'provider.unreachable', false],
    ['sends us elsewhere', 302, { location: 'http://169.254.169.254/' }, 'provider.unreachable', false],
    ['says something else', 200, {}, 'provider.unreachable', false],
  ])('that it %s is said by our own code, and nothing else', async (_, status, headers, code, final) => {
    for (const provider of everyProvider(
      await company((_, response) => response.writeHead(status, { ...headers }).end('{}')),
    )) {
      const attempt = provider.check({ key: KEY, namespace: 'fernhill' }, AbortSignal.timeout(5000))
      const error = await attempt.then(
        () => null,
        (error: unknown) => error as Error,
      )
      expect(error).toMatchObject({ code, final })
      expect(`${error!.message} ${error!.stack} ${JSON.stringify(error)}`).not.toContain(KEY)
    }
  })

  it('and never stops is cut off', async () => {
    const url = await company((_, response) => {
      const more = () => response.write('x'.repeat(100_000), (error) => error || setImmediate(more))
      more()
    })
    await expect(anthropic(url).check({ key: KEY, namespace: null }, never())).rejects.toMatchObject({
      code: 'provider.unreachable',
    })
  })

  it('is not waited for beyond the attempt', async () => {
    const url = await company(() => {})
    const attempt = anthropic(url).check({ key: KEY, namespace: null }, AbortSignal.timeout(50))
    await expect(attempt).rejects.toMatchObject({ code: 'provider.unreachable', final: false })
  })

  it('with many names is shown the first of, and each cut short', async () => {
    const extensions = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`${at}-${'x'.repeat(300)}`, '']))
    const url = await company((request, response) =>
      response.end(JSON.stringify(request.url?.includes('verify-pat') ? {} : { name: 'fernhill', extensions })),
    )
    const seen = await openvsx(url).check({ key: KEY, namespace: 'fernhill' }, never())
    expect([seen.found.length, seen.hasMore]).toEqual([100, true])
    expect(seen.found[0]!.name).toHaveLength(200)
  })
})

describe('an effect called twice with one identity', () => {
  it('checks twice, and finds the same', async () => {
    const w = await world((_, response) => response.end(JSON.stringify({ username: 'fernhill' })))
    const credentialRef = await w.keep('credential', KEY)
    const check = checkCredential({ ...w, now: () => 7 })
    const job = w.job({ kind: 'npm', namespace: null, credentialRef })
    const first = await w.commit(await check(job))
    expect(first).toEqual({ account: 'fernhill', found: [], hasMore: false, at: 7 })
    expect(await w.commit(await check(job))).toEqual(first)
    expect(await w.ledger.of('ten_1')).toMatchObject([{ identity: 'integration/int_1', status: 'present' }])
  })

  it('hands a code in once; the second time it is used, and no second key is kept', async () => {
    let uses = 0
    const w = await world((_, response) =>
      response.end(JSON.stringify(uses++ === 0 ? { access_token: 'gho_1' } : { error: 'bad_verification_code' })),
    )
    const refs = { codeRef: await w.keep('code', 'c'), verifierRef: await w.keep('verifier', 'v') }
    const job = w.job({ kind: 'github', namespace: null, round: 1, ...refs })
    const exchange = exchangeCode(w)
    const { output, writes } = await exchange(job)
    await expect(exchange(job)).rejects.toMatchObject({ code: 'authorization.expired', final: true })
    await w.commit({ output, writes: writes! })
    expect(await w.secrets.read(output.credentialRef)).toBe('gho_1')
    await expect(exchange(job)).rejects.toMatchObject({ code: 'authorization.expired' })
    expect(await w.secrets.read(refs.codeRef)).toBeNull()
  })

  it('says that an operator has to look when it is us who are refused', async () => {
    const w = await world((_, response) => response.end('{"error":"incorrect_client_credentials"}'))
    const refs = { codeRef: await w.keep('code', 'c'), verifierRef: await w.keep('verifier', 'v') }
    const attempt = exchangeCode(w)(w.job({ kind: 'github', namespace: null, round: 1, ...refs }))
    await expect(attempt).rejects.toMatchObject({ code: 'integration.misconfigured', final: true })
  })

  it.each([
    ['github', [204, 404], ['revoked', 'gone']],
    ['npm', [204, 401], ['revoked', 'gone']],
    ['npm', [403], ['by hand']],
    ['anthropic', [500], ['by hand']],
    ['openvsx', [500], ['by hand']],
  ] as const)('takes a key of %s back, answered %j, as %j', async (kind, statuses, outcomes) => {
    let calls = 0
    const w = await world((_, response) => response.writeHead(statuses[calls++]!).end())
    const credentialRef = await w.keep('credential', KEY)
    for (const revocation of outcomes) {
      const { output } = await revokeCredential(w)(w.job({ kind, namespace: null, credentialRef }))
      expect(output).toEqual({ revocation })
    }
  })

  it('does not give a key up for lost because we are refused', async () => {
    const w = await world((_, response) => response.writeHead(401).end())
    const credentialRef = await w.keep('credential', KEY)
    const attempt = revokeCredential(w)(w.job({ kind: 'github', namespace: null, credentialRef }))
    await expect(attempt).rejects.toMatchObject({ code: 'provider.unreachable', final: false })
  })

  it('forgets twice like once', async () => {
    const w = await world(() => {})
    await w.connection.write([w.integrations.claim({ id: 'int_1', tenant: 'ten_1', kind: 'npm' })])
    const ref = await w.keep('credential', KEY)
    const forget = forgetIntegration(w)
    for (let times = 0; times < 2; times++) await w.commit(await forget(w.job({ kind: 'npm' })))
    expect(await w.secrets.read(ref)).toBeNull()
    expect(await w.integrations.current('ten_1', 'npm')).toBeNull()
  })
})

const never = () => new AbortController().signal

/** Somebody at the other end; answers with the address. */
async function company(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function providersAt(url: string): Providers {
  const ours = { clientId: 'id', clientSecret: 'secret', redirectUri: 'http://tenure.test/callback' }
  return {
    github: github({ url, apiUrl: url, ...ours }),
    anthropic: anthropic(url),
    npm: npm(url),
    openvsx: openvsx(url),
  }
}
const everyProvider = (url: string) => Object.values(providersAt(url)).filter((one) => one !== null)

/** Records of one workspace with one integration, and a company at the other end. */
async function world(answer: RequestListener) {
  const db = openDatabase(':memory:')
  const connection = sqliteConnection(db, groupCommit(db))
  await defineTables(connection)
  const parts = { connection, now: () => 0 }
  const seal = {
    prepare: async () => {},
    load: async () => {},
    seal: (_: string, value: unknown) => Buffer.from(`~${JSON.stringify(value)}`),
    open: (_: string, sealed: Uint8Array) => JSON.parse(Buffer.from(sealed).toString().slice(1)) as unknown,
  }
  const secrets = integrationSecrets({ connection, seal })
  const owned = { owner: 'int_1', tenant: 'ten_1' }
  return {
    connection,
    secrets,
    integrations: integrations(parts),
    ledger: ledger(parts),
    providers: providersAt(await company(answer)),
    async keep(purpose: string, value: string): Promise<string> {
      const { ref, writes } = await secrets.keep({ ...owned, purpose, value })
      await connection.write(writes)
      return ref
    },
    async commit<Output>({ output, writes = [] }: Fact<Output>): Promise<Output> {
      expect(await connection.write(writes)).toEqual({ result: 'written' })
      return output
    },
    job: <Input extends { kind: IntegrationKind }>(input: Input) =>
      ({
        input: { integrationId: 'int_1', tenantId: 'ten_1', ...input },
        identity: 'the same',
        attempt: 1,
        signal: AbortSignal.timeout(10_000),
        progress: () => {},
      }) satisfies Job<unknown>,
  }
}
