/**
 * Whole lives through the HTTP API of the real process: paid sign-up, a colleague, putToUse, the invoice, a connected company, an
 * export, the close, thirty days with their notices, clean-up, certificate. The days are passed by the sandbox's clock, for all
 * lives at once. Stripe's stand-in is a process of its own on the same machine.
 */
import { day, passTime } from '../e2e/support/clock.ts'
import {
  certificateOf,
  close,
  connect,
  type Life,
  notices,
  readInvoice,
  shareWith,
  signUp,
  takeOut,
  told,
  putToUse,
} from '../e2e/support/life.ts'
import { idle } from '../e2e/support/rows.ts'
import { type Server, server } from '../e2e/support/server.ts'

export interface Lives {
  readonly perSecond: number
  readonly lives: number
  /** From the first keystroke to the close, of one life among the others, in milliseconds. */
  readonly p99Ms: number
}

export async function wholeLives(lanes: number, perLane: number): Promise<Lives> {
  const home = await server({}, { stripeApart: true })
  await home.start()
  const began = performance.now()
  try {
    const lived = await Promise.all(Array.from({ length: lanes }, (_, lane) => liveOn(home, lane, perLane)))
    const all = lived.flat()
    for (const [days, words] of notices) {
      await passTime(home, days * day)
      await Promise.all(all.map(({ life }) => told(home, life, words)))
      await idle(home)
    }
    for (const { life } of all) await certificateOf(home, life)
    const times = all.map(({ ms }) => ms).toSorted((a, b) => a - b)
    return {
      perSecond: (all.length * 1000) / (performance.now() - began),
      lives: all.length,
      p99Ms: Math.round(times[Math.floor(times.length * 0.99)] ?? 0),
    }
  } finally {
    await home.remove()
  }
}

/** One life after the other, to the day each is closed. */
async function liveOn(home: Server, lane: number, count: number): Promise<{ life: Life; ms: number }[]> {
  const lived: { life: Life; ms: number }[] = []
  for (let turn = 0; turn < count; turn++) {
    const began = performance.now()
    const life = await signUp(home, `owner@lane${lane}-${turn}.example`)
    await shareWith(home, life)
    await putToUse(home, life)
    await readInvoice(home, life)
    await connect(home, life)
    await takeOut(home, life)
    await close(home, life)
    lived.push({ life, ms: performance.now() - began })
  }
  return lived
}
