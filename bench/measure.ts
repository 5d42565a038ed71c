/** Closed-loop load: each client sends its next request when the last one is answered. */

export interface Measured {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly requests: number
}

const WARM_UP_S = 1

/** `request` is given the client's number and its turn. A request that throws ends the run: errors are not throughput. */
export async function measure(
  clients: number,
  seconds: number,
  request: (client: number, turn: number) => Promise<void>,
): Promise<Measured> {
  const times: number[] = []
  const begin = performance.now() + WARM_UP_S * 1000
  const end = begin + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let turn = 0; performance.now() < end; turn++) {
        const sent = performance.now()
        await request(client, turn)
        if (sent >= begin) times.push(performance.now() - sent)
      }
    }),
  )
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return { perSecond: times.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99), requests: times.length }
}
