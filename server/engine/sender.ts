/** Takes an event from outside to its answer. */
import type { Store } from '../store/store.ts'
import type { Answer } from './answer.ts'
import type { Clock } from './clock.ts'
import type { Send } from './engine-types.ts'
import { admit, type SecretExchange } from './ingress.ts'
import type { Advance, Advanced, Decision } from './loop.ts'
import type { Loaded } from './actors.ts'
import { recent } from './recent.ts'

export interface SenderParts {
  readonly store: Store
  readonly clock: Clock
  readonly secrets: SecretExchange
  readonly advance: Advance
}

/** A token spent by another tab between the exchange and the commit: the event is judged once more, no oftener. */
const MOST_JUDGEMENTS = 2

export function sender({ store, clock, secrets, advance }: SenderParts) {
  /** An ignored event writes nothing, so its repeats are known from here. */
  const ignored = recent<Answer>(10_000)

  async function judge(
    { event, eventId, caller, ifSeq, writes = [], by }: Send,
    actor: Loaded,
  ): Promise<Decision<Answer>> {
    if (ifSeq !== undefined && ifSeq !== actor.seq)
      return { do: 'refuse', answer: { status: 'conflict', reason: 'moved' } }
    const admission = await admit(secrets, actor, event, caller, clock.now())
    if ('answer' in admission) return { do: 'refuse', answer: admission.answer }
    const { admitted } = admission
    return { do: 'send', eventId, event: admitted.event, writes: [...writes, ...admitted.writes], by }
  }

  /** A repeat that no longer fits the state is still the repeat of an accepted event. */
  async function earlier({ id, eventId }: Send): Promise<Answer | null> {
    const seq = await store.lineOf(id, eventId)
    return seq === null ? null : { status: 'accepted', seq }
  }

  return async (send: Send): Promise<Answer> => {
    const key = `${send.id}\n${send.eventId}`
    const known = ignored.get(key)
    if (known) return known
    for (let judged = 0; judged < MOST_JUDGEMENTS; judged++) {
      const outcome = await advance<Answer>(send.id, (actor) => judge(send, actor))
      if (outcome.result === 'violated') continue
      const answer = toAnswer(outcome)
      if (answer.status === 'accepted') return answer
      const before = await earlier(send)
      if (before) return before
      return answer.status === 'ignored' ? ignored.keep(key, answer) : answer
    }
    return { status: 'conflict', reason: 'moved' }
  }
}

function toAnswer(outcome: Exclude<Advanced<Answer>, { result: 'violated' }>): Answer {
  switch (outcome.result) {
    case 'committed':
    case 'duplicate':
      return { status: 'accepted', seq: outcome.seq }
    case 'refused':
      return outcome.answer
    case 'ignored':
      return { status: 'ignored', reason: outcome.reason }
    case 'parked':
      return { status: 'conflict', reason: 'parked' }
    case 'absent':
      return { status: 'absent' }
    case 'busy':
    case 'stale':
      return { status: 'conflict', reason: 'busy' }
  }
}
