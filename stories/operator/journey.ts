/** Journeys for the console's stories: real charts, played by the engine's own planner, told as the server tells them. */
import type { Flow } from '../../machines/kit/flow.ts'
import type { Told } from '../../machines/kit/walk.ts'
import type { ActorSeen, JournalEntry, Standing } from '../../portal/operator/data/types.ts'
import { leavesIn } from '../../machines/kit/state-value.ts'
import { bareEntry, contextOf, entryOf } from '../../server/api/operator/journal.ts'
import { askedFor } from '../../server/engine/asked.ts'
import type { Plan } from '../../server/engine/planner/row.ts'
import { registry } from '../../server/engine/registry.ts'
import { flows } from '../../machines/registry.ts'

const known = registry(flows)

/** When these journeys begin, and how long after it each next line comes. */
const BEGIN = Date.UTC(2026, 10, 18, 9, 0, 3)
const STEP_MS = 47_000

export interface Journey {
  readonly actor: ActorSeen
  readonly entries: readonly JournalEntry[]
  standing(seq: number): Standing
}

/** The journey of an actor that was given `input` and heard `events`. */
export async function journeyOf(
  flow: Pick<Flow, 'machine'>,
  input: unknown,
  events: readonly Told[],
  more: Partial<ActorSeen> = {},
): Promise<Journey> {
  const chart = known.newest(flow.machine.id)
  const id = `${flow.machine.id}_018f2c7d`
  const plans: Plan[] = [chart.planner.init(input)]
  for (const event of events) plans.push(chart.planner.step(plans.at(-1)!.row, event))
  const told: readonly Told[] = [{ type: 'xstate.init', input }, ...events]
  const entries = (await Promise.all(
    plans.map((plan, index) =>
      entryOf(
        {
          seq: index + 1,
          at: BEGIN + index * STEP_MS,
          eventId: null,
          event: told[index]!,
          before: plans[index - 1]?.row ?? null,
          plan,
          asked: askedFor(chart, id, plan),
        },
        async (name) =>
          /^(code|reminder|welcome)/.test(name)
            ? [{ template: name.split('/')[0]!, at: BEGIN + index * STEP_MS, state: 'sent' }]
            : [],
      ),
    ),
    // over the wire it is the same, without the promise not to change it
  )) as JournalEntry[]
  const last = plans.at(-1)!
  const at = entries.at(-1)!.at
  return {
    entries,
    actor: {
      id,
      flow: chart.id,
      version: chart.version,
      readable: 'yes',
      seq: entries.length,
      at,
      now: at + 3 * STEP_MS,
      bornAt: BEGIN,
      status: last.row.status,
      parent: null,
      tenant: { id: 'ten_018f2c7d', name: 'Fernhill Studio', plan: 'team' },
      leaves: leavesIn(last.row.value),
      incident: null,
      effects: [],
      timers: [],
      children: [],
      enabled: [],
      view: null,
      ...more,
    },
    standing: (seq) => ({
      seq,
      at: BEGIN + (seq - 1) * STEP_MS,
      status: plans[seq - 1]!.row.status,
      leaves: leavesIn(plans[seq - 1]!.row.value),
      taken: entries[seq - 1]!.taken,
      context: contextOf(plans[seq - 1]!.row),
    }),
  }
}

/** The same journey where nothing of it can be played any more. */
export const bare = ({ actor, entries, standing }: Journey, readable: 'unknown' | 'erased'): Journey => ({
  actor: { ...actor, readable, view: null, enabled: [], ...(readable === 'unknown' && { version: '99' }) },
  entries: entries.map(bareEntry) as JournalEntry[],
  standing,
})
