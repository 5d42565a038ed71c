/** What comes from within: effect results, due timers and mail, each handed to its actor exactly once. */
import type { EffectRow, InboxRow, Statement, Store, TimerRow } from '../store/store.ts'
import type { Actors, Loaded } from './actors.ts'
import type { birth } from './birth.ts'
import type { Hub } from './hub.ts'
import type { Decision, Loop } from './loop.ts'
import { addressed, type TimerBody } from './to-step.ts'
import { type Birth, doneEvent, errorEvent, type Letter } from './mail.ts'
import type { AnyPerform, Fact } from './perform.ts'
import { defaultRetry, type RetryPolicy } from './retry.ts'
import { KeyDestroyed, type Sealer, unlessErased } from './seal.ts'
import type { Held } from './worker.ts'

export interface DeliveryParts {
  readonly advance: Loop
  readonly bear: ReturnType<typeof birth>
  readonly sealer: Sealer
  readonly actors: Actors
  readonly store: Store
  readonly hub: Hub
  readonly performers: Readonly<Record<string, Readonly<Record<string, AnyPerform>>>>
  readonly longestAttemptMs?: number | undefined
}

export function deliveries(parts: DeliveryParts) {
  const { advance, bear, sealer, actors, performers, longestAttemptMs = Infinity } = parts

  async function policy(row: EffectRow): Promise<RetryPolicy> {
    const declared = await declaredPolicy(row)
    return { ...declared, deadlineMs: Math.min(declared.deadlineMs, longestAttemptMs) }
  }

  async function declaredPolicy(row: EffectRow): Promise<RetryPolicy> {
    // a row that cannot be opened fails its attempts and is parked with the report
    const actor = await actors.load(row.actor).catch(() => null)
    const kind = actor?.chart.children.get(row.src)
    if (kind && 'effect' in kind) return kind.effect
    return { ...defaultRetry, ...actor?.chart.flow.announced?.[row.src] }
  }

  async function perform(row: Held, signal: AbortSignal): Promise<Fact<unknown>> {
    const actor = await actors.load(row.actor)
    if (!actor) throw new Error(`Effect '${row.src}' belongs to '${row.actor}', which does not exist.`)
    const body = performers[actor.chart.id]?.[row.src]
    if (!body) throw new Error(`Nothing performs '${row.src}' of chart '${actor.chart.id}'.`)
    return body({
      input: sealer.open(actor.keyId, row.input) as never,
      identity: row.identity,
      attempt: row.attempt,
      signal,
      progress(done) {
        void parts.store.progress({ ...row, fence: row.lease.fence }, done).then(() => parts.hub.changed(row.actor))
      },
    })
  }

  const took = ({ actor, id, gen, lease }: Held) => ({ effect: { actor, id, gen, fence: lease.fence } })

  /** The result of an invoke that is still there in the same generation; of any other, only the taking. */
  function result(
    row: Held,
    actor: Loaded,
    event: ReturnType<typeof doneEvent>,
    writes: readonly Statement[],
  ): Decision<never> {
    const child = actor.row.children[row.id]
    const waited = actor.row.status === 'active' && child?.gen === row.gen && !child.done
    if (!row.awaited || !waited) return { do: 'take', took: took(row) }
    return { do: 'send', event, eventId: null, took: took(row), writes }
  }

  /** An effect may have erased its own actor, or an attempt come after that: then there is nobody to tell. */
  async function isErased({ actor: id }: Held): Promise<boolean> {
    // whatever else is wrong with the row is for the loop to find out
    const actor = await unlessErased(() => actors.load(id).catch(onlyErased))
    if (actor !== null) return false
    const stored = await parts.store.load(id)
    if (stored) await parts.store.strand(stored.keyId)
    return stored !== null
  }

  async function succeeded(row: Held, output: unknown, writes: readonly Statement[]) {
    if (await isErased(row)) return
    const done = await advance(row.actor, (actor) => result(row, actor, doneEvent(row.id, output), writes))
    // what the effect wanted to write does not hold: that is an answer for the chart, by its code
    if (done.result === 'violated') await tellFailure(row, done.code)
    await settle(row, done.result)
  }

  async function failed(row: Held, code: string, error: unknown) {
    if (await isErased(row)) return
    if (row.awaited) return settle(row, (await tellFailure(row, code)).result)
    const actor = await actors.load(row.actor)
    if (actor) await advance.park(actor, 'effect.exhausted', row.src, error)
    await settle(row, 'parked')
  }

  const tellFailure = (row: Held, code: string) =>
    advance(row.actor, (actor) => result(row, actor, errorEvent(row.id, { code }) as never, []))

  /** A parked actor's effect waits for it, and runs again when it goes on. */
  async function settle(row: Held, result: string) {
    if (result !== 'parked' && result !== 'busy') return
    await parts.store.putBack({ ...row, fence: row.lease.fence }, row.attempt, row.dueAt)
  }

  async function timer({ actor: id, id: timerId, dueAt, body }: TimerRow) {
    await advance(id, (actor) => {
      const { event, ...target } = sealer.open(actor.keyId, body) as TimerBody
      const taken = { timer: { id: timerId, dueAt } }
      if (target.to === '#_internal') return { do: 'send', event, eventId: null, took: taken, writes: [] }
      const mail = addressed(sealer, actor, actor.row, { event, ...target })
      return { do: 'take', took: taken, sends: mail ? [mail] : [] }
    })
  }

  async function mail({ id, to, kind, keyId, body }: InboxRow) {
    const content = await openMail(keyId, body)
    if (content === null) return parts.store.discard(id)
    const taken = { inbox: id }
    if (kind === 'start') return start(to, content as Birth, taken)
    const done = await advance(to, (actor) => read(actor, kind, content as Letter, taken))
    if (done.result === 'absent') await parts.store.discard(id)
  }

  /** Null when the sender has been erased: there is nothing left to read. */
  async function openMail(keyId: string, body: Uint8Array): Promise<unknown> {
    return unlessErased(async () => {
      await sealer.load(keyId)
      return sealer.open(keyId, body)
    })
  }

  /** A child that cannot be born is its parent's incident; the mail stays for when the parent goes on. */
  async function start(id: string, birth: Birth, taken: { inbox: number }) {
    try {
      await bear({ id, took: taken, ...birth })
    } catch (error) {
      await advance.park({ id: birth.parent.actor }, 'child.unborn', 'xstate.init', error)
    }
  }

  function read(
    { row }: Loaded,
    kind: InboxRow['kind'],
    { event, child, output, error }: Letter,
    taken: { inbox: number },
  ): Decision<never> {
    const known = child && row.children[child.invoke]
    // from a child of an earlier generation, or one that has answered: XState would take it, we do not
    const late = child !== undefined && (known?.gen !== child.gen || known?.done === true)
    if (late || (row.status !== 'active' && kind !== 'stop')) return { do: 'take', took: taken }
    if (kind === 'stop') return { do: 'end', took: taken }
    const told =
      kind === 'done' && child
        ? doneEvent(child.invoke, output)
        : kind === 'error' && child
          ? errorEvent(child.invoke, error)
          : event
    if (!told) return { do: 'take', took: taken }
    return { do: 'send', event: told, eventId: null, took: taken, writes: [] }
  }

  return { policy, perform, succeeded, failed, timer, mail }
}

/** Lets nothing through but the one failure that says that an actor was erased. */
function onlyErased(error: unknown): undefined {
  if (error instanceof KeyDestroyed) throw error
  return undefined
}
