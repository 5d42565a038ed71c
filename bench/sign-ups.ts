/** Whole sign-ups through the HTTP API of the real process: address, mailed code, profile with a password, plan, workspace. */
import { server } from '../e2e/support/server.ts'
import { visitor } from '../e2e/support/visitor.ts'
import type { Measured } from './measure.ts'

export async function signUps(lanes: number, perLane: number): Promise<Measured> {
  const home = await server()
  await home.start()
  const times: number[] = []
  const began = performance.now()
  try {
    await Promise.all(
      Array.from({ length: lanes }, async (_, lane) => {
        for (let turn = 0; turn < perLane; turn++) {
          const sent = performance.now()
          await visitor(() => home.url, `visitor@lane${lane}-${turn}.example`).signUp()
          times.push(performance.now() - sent)
        }
      }),
    )
  } finally {
    await home.remove()
  }
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  const seconds = (performance.now() - began) / 1000
  return { perSecond: times.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99), requests: times.length }
}
