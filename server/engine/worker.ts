/**
 * Performs effects: claim, perform, report. An effect is held under a lease that a heartbeat renews; whoever loses it
 * is told to stop, and its report is refused by the lease's fence.
 */
import type { EffectKey, EffectRow, Lease, Statement, Store } from '../store/store.ts'
import { type Alarm, alarmFor } from './alarm.ts'
import type { Clock } from './clock.ts'
import { EffectError, type Fact } from './perform.ts'
import { backoffMs, type RetryPolicy } from './retry.ts'

export type Held = EffectRow & { readonly lease: Lease }

export interface WorkerParts {
  readonly store: Store
  readonly clock: Clock
  /** Names this process among others. */
  readonly name: string
  readonly concurrency: number
  readonly leaseMs: number
  /** How long a stop waits for what runs. */
  readonly graceMs: number
  readonly policy: (row: EffectRow) => Promise<RetryPolicy>
  readonly perform: (row: Held, signal: AbortSignal) => Promise<Fact<unknown>>
  readonly succeeded: (row: Held, output: unknown, writes: readonly Statement[]) => Promise<void>
  readonly failed: (row: Held, code: string, error: unknown) => Promise<void>
  /** An attempt failed and another will follow. */
  readonly postponed: (row: Held, code: string, error: unknown) => void
  readonly random: () => number
  readonly onError: (error: unknown) => void
}

export interface Worker {
  /** The lease effects are born with, so that they need no claim. */
  lease(): Lease
  /** Takes effects that were just committed under this worker's lease, or were put back. */
  offer(rows: readonly EffectRow[]): void
  /** Their state was left: stop what runs. */
  abort(keys: readonly EffectKey[]): void
  /** Look for work now. */
  wake(): void
  start(): void
  stop(): Promise<void>
}

interface Run {
  readonly row: Held
  readonly stop: AbortController
}
const keyOf = ({ actor, id, gen }: EffectKey) => `${actor}\n${id}\n${gen}`

export function worker(parts: WorkerParts): Worker {
  const { store, clock, name, concurrency, leaseMs } = parts
  const waiting: Held[] = []
  const held = new Map<string, Run>()
  const running = new Set<Promise<void>>()
  let stopped = false
  let heartbeat: NodeJS.Timeout | undefined

  const alarm: Alarm = alarmFor(clock, sweep, parts.onError)

  async function sweep(): Promise<number | null> {
    const room = concurrency - running.size
    if (room > 0) {
      const rows = await store.claim(name, clock.now(), leaseMs, room)
      offer(rows)
      if (rows.length === room) return clock.now()
    }
    return store.nextEffectAt()
  }

  function offer(rows: readonly EffectRow[]) {
    for (const row of rows) {
      if (row.lease?.worker !== name) {
        alarm.set(row.dueAt)
        continue
      }
      const mine = { ...row, lease: row.lease }
      held.set(keyOf(row), { row: mine, stop: new AbortController() })
      waiting.push(mine)
    }
    pump()
  }

  function pump() {
    while (!stopped && running.size < concurrency) {
      const row = waiting.shift()
      if (!row) return
      const run = held.get(keyOf(row))
      if (!run || run.row !== row) continue
      const job = attempt(run)
        .catch(parts.onError)
        .finally(() => {
          running.delete(job)
          if (held.get(keyOf(row)) === run) held.delete(keyOf(row))
          pump()
        })
      running.add(job)
    }
  }

  async function attempt({ row, stop }: Run) {
    const policy = await parts.policy(row)
    const result = await settle(row, policy.deadlineMs, stop)
    // the state was left, or the lease is another's: whatever came of it is nobody's business any more
    if (stop.signal.aborted && stop.signal.reason !== TIMEOUT) return
    if ('fact' in result) return parts.succeeded(row, result.fact.output, result.fact.writes ?? [])
    const { error } = result
    const code = error instanceof EffectError ? error.code : 'unknown'
    const final = error instanceof EffectError && error.final
    if (final || row.attempt >= policy.attempts) return parts.failed(row, code, error)
    const wait = (error instanceof EffectError && error.retryAfterMs) || backoffMs(policy, row.attempt, parts.random())
    const dueAt = clock.now() + wait
    if (!(await store.putBack({ ...row, fence: row.lease.fence }, row.attempt + 1, dueAt))) return
    parts.postponed(row, code, error)
    alarm.set(dueAt)
  }

  async function settle(
    row: Held,
    deadlineMs: number,
    stop: AbortController,
  ): Promise<{ fact: Fact<unknown> } | { error: unknown }> {
    const timer = setTimeout(() => stop.abort(TIMEOUT), deadlineMs)
    // a body that does not heed its signal is left behind: its report would be refused anyway
    const given = new Promise<never>((_, fail) => stop.signal.addEventListener('abort', () => fail(stop.signal.reason)))
    try {
      return { fact: await Promise.race([parts.perform(row, stop.signal), given]) }
    } catch (error) {
      return { error: stop.signal.reason === TIMEOUT ? TIMEOUT : error }
    } finally {
      clearTimeout(timer)
    }
  }

  async function beat() {
    const keys = [...held.values()].map(({ row }) => ({ ...row, fence: row.lease.fence }))
    if (keys.length > 0) abort(await store.renew(name, keys, clock.now() + leaseMs))
    alarm.ring()
  }

  function abort(keys: readonly EffectKey[]) {
    for (const key of keys) {
      held.get(keyOf(key))?.stop.abort(LEFT)
      held.delete(keyOf(key))
    }
  }

  return {
    lease: () => ({ worker: name, until: clock.now() + leaseMs, fence: 1 }),
    offer,
    abort,
    wake: alarm.ring,
    start() {
      heartbeat = setInterval(() => void beat().catch(parts.onError), leaseMs / 3)
      alarm.ring()
    },
    async stop() {
      stopped = true
      clearInterval(heartbeat)
      await alarm.stop()
      let grace: NodeJS.Timeout | undefined
      const over = new Promise((done) => {
        grace = setTimeout(done, parts.graceMs)
      })
      await Promise.race([Promise.allSettled(running), over])
      clearTimeout(grace)
      for (const { stop } of held.values()) stop.abort(LEFT)
    },
  }
}

const TIMEOUT = new EffectError('timeout', 'The attempt took longer than its deadline.')
const LEFT = new EffectError('cancelled', 'The state that asked for this was left.')
