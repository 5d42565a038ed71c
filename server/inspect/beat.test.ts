import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { beat, SIGNED_OUT } from './beat.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A socket whose other side answers, or not. */
function socket(answers: boolean) {
  const said: string[] = []
  let pong = () => {}
  return {
    said,
    on: (_: 'pong', heard: () => void) => void (pong = heard),
    ping() {
      said.push('ping')
      if (answers) pong()
    },
    close: (code: number) => void said.push(`close ${code}`),
    terminate: () => void said.push('terminate'),
  }
}

describe('a stream’s beat', () => {
  it('ends a socket that is dead', async () => {
    const dead = socket(false)
    beat(dead, async () => true, 1000)
    await vi.advanceTimersByTimeAsync(2500)
    expect(dead.said).toEqual(['ping', 'terminate'])
  })

  it('lets one that answers live, for as long as its session does', async () => {
    let signedIn = true
    const alive = socket(true)
    const stop = beat(alive, async () => signedIn, 1000)
    await vi.advanceTimersByTimeAsync(3500)
    expect(alive.said).toEqual(['ping', 'ping', 'ping'])
    signedIn = false
    await vi.advanceTimersByTimeAsync(1000)
    expect(alive.said.at(-1)).toBe(`close ${SIGNED_OUT}`)
    stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(alive.said).toHaveLength(5)
  })

  it('ends one whose session cannot be looked up', async () => {
    const alive = socket(true)
    beat(alive, () => Promise.reject(new Error('no database')), 1000)
    await vi.advanceTimersByTimeAsync(1000)
    expect(alive.said).toEqual(['ping', 'terminate'])
  })
})
