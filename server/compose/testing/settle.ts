/** Waits until nothing is left to do: no effect held or due, no mail to deliver, no timer to fire. */
import type { Composed } from '../compose.ts'

const PATIENCE_MS = 20_000

const leftToDo = `
  select 'effect ' || src as what from effect
    where (worker is not null or due_at <= ?) and actor not in (select id from actor where parked is not null)
  union all select 'mail to ' || recipient from inbox
    where recipient not in (select id from actor where parked is not null)
  union all select 'timer ' || id from timer
    where due_at <= ? and actor not in (select id from actor where parked is not null)`

/** Fails with what is left when that takes too long: something hangs. */
export async function settled({ database, clock }: Pick<Composed, 'database' | 'clock'>): Promise<void> {
  const left = () =>
    database.connection.rows<{ what: string }>({ sql: leftToDo, parameters: [clock.now(), clock.now()] })
  const until = performance.now() + PATIENCE_MS
  let quiet = 0
  // what was just committed is acted on a moment later, so it must be quiet for a few turns
  while (quiet < 3) {
    const rest = await left()
    quiet = rest.length === 0 ? quiet + 1 : 0
    if (performance.now() > until) throw new Error(`Still to do: ${rest.map(({ what }) => what).join(', ')}.`)
    await new Promise((done) => setImmediate(done))
  }
}
