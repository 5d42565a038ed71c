import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isGone, isUnreachable, openClient, persistently, reasonOf } from './connection.ts'
import { away, fakeApi, limits, refuses, saysItself } from './testing/fake-api.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The error a call ends with when the server answers so. */
async function errorOf(answer: () => Response): Promise<unknown> {
  fakeApi({ 'flow.view': answer })
  return openClient('', () => null)
    .flow.view.query({ id: 'onb_1' })
    .catch((error: unknown) => error)
}

describe('an answer', () => {
  it.each<[string, () => Response, { reason: string | null; unreachable: boolean; gone: boolean }]>([
    ['nobody gives', away, { reason: 'offline', unreachable: true, gone: false }],
    ['of a server that restarts', () => refuses(503), { reason: 'offline', unreachable: true, gone: false }],
    ['of a proxy without a server', () => saysItself(502), { reason: 'offline', unreachable: true, gone: false }],
    ['of a proxy that waited in vain', () => saysItself(504), { reason: 'offline', unreachable: true, gone: false }],
    ['of a hotel’s log-in page', () => saysItself(200), { reason: 'offline', unreachable: true, gone: false }],
    ['of the rate limit', () => limits(429), { reason: 'rate.limited', unreachable: false, gone: false }],
    ['that it was too often', () => refuses(429), { reason: 'rate.limited', unreachable: false, gone: false }],
    ['that it was too much', () => limits(413), { reason: null, unreachable: false, gone: false }],
    ['that nothing is there', () => refuses(404, 'absent'), { reason: 'absent', unreachable: false, gone: true }],
    ['that refuses', () => refuses(409, 'conflict'), { reason: 'conflict', unreachable: false, gone: false }],
    ['that refuses without a word', () => refuses(400), { reason: null, unreachable: false, gone: false }],
    ['of a server that failed', () => refuses(500), { reason: null, unreachable: false, gone: false }],
  ])('%s is told apart', async (_, answer, told) => {
    const error = await errorOf(answer)
    expect({ reason: reasonOf(error), unreachable: isUnreachable(error), gone: isGone(error) }).toEqual(told)
  })

  it('of something else than the server has no reason', () => {
    expect([reasonOf(new Error('ours')), isUnreachable(new Error('ours')), isGone('x')]).toEqual([null, false, false])
  })
})

describe('the way to the server', () => {
  it('carries the newest token as a header, and none in an address', async () => {
    const api = fakeApi({ 'flow.view': () => refuses(404) })
    let token: string | null = 'first'
    const client = openClient('', () => token)
    const look = () => client.flow.view.query({ id: 'onb_1' }).catch(() => {})
    await look()
    token = 'second'
    await look()
    token = null
    await look()
    expect(api.asked.map(({ authorization }) => authorization)).toEqual(['Bearer first', 'Bearer second', null])
    for (const { url } of api.asked) expect(url).not.toMatch(/first|second/)
  })
})

describe('trying persistently', () => {
  it('waits longer each time, for a quarter of a minute', async () => {
    const tried = vi.fn<() => Promise<never>>(() => errorOf(away).then((error) => Promise.reject(error as Error)))
    const done = persistently(tried).catch(reasonOf)
    const counts: number[] = []
    for (const ms of [0, 500, 1000, 2000, 4000]) {
      await vi.advanceTimersByTimeAsync(ms)
      counts.push(tried.mock.calls.length)
    }
    expect(counts).toEqual([1, 2, 3, 4, 5])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tried).toHaveBeenCalledTimes(5)
    expect(await done).toBe('offline')
  })

  it('ends with the first answer, whatever it says', async () => {
    const refused = await errorOf(() => refuses(409, 'conflict'))
    const tried = vi.fn<() => Promise<never>>(() => Promise.reject(refused))
    await expect(persistently(tried)).rejects.toBe(refused)
    expect(tried).toHaveBeenCalledTimes(1)
  })
})
