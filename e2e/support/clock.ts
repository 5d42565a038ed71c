/** The sandbox's clock, which only goes forward. */
import type { Server } from './server.ts'

export const minute = 60_000
export const day = 24 * 60 * minute

/** Lets time pass for the server: whatever has become due by then happens now. */
export async function passTime({ url }: Server, advanceMs: number): Promise<void> {
  const answer = await fetch(`${url}/sandbox/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMs }),
  })
  if (!answer.ok) throw new Error(`The clock was not moved: ${answer.status}.`)
}
