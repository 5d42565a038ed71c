/**
 * The flow map: how many are where in each chart, who, since when, how they got there and how long that took.
 *
 * Promises: it changes in the commits it counts, so it is never behind and never ahead; nothing is counted by going through
 * actors; it holds no word about a person but an actor's id and its tenant's, which go with the actor's key. An actor stopped
 * from outside its chart is nowhere; one that ended is in its last state.
 */
import type { Compilable } from 'kysely'
import type { Outline } from '../../../machines/kit/outline.ts'
import { query, read, type RecordParts, type Write } from '../query.ts'
import { orRefuse } from '../refusal.ts'
import { countsOf, type FlowCounts } from './counted.ts'
import { daysOf } from './days.ts'
import { type Overview, overviewOf } from './overview.ts'
import { readSql, type Seen, type Wanted } from './read-sql.ts'
import { type Movement, recording } from './recording.ts'
import { waySums } from './way-sums.ts'

export interface FlowMapParts extends Pick<RecordParts, 'connection'> {
  /** Every chart there is; of one flow's versions the newest last. */
  readonly outlines: readonly Outline[]
}
export interface CountsWanted extends Wanted {
  /** UTC days, `2026-11-25`, both included. Default: since ever, till now. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}
export interface WhoWanted extends Wanted {
  /** A leaf's path. */
  readonly state: string
  /** The `next` of the page before. */
  readonly after?: Seen | null | undefined
  readonly most: number
}
export interface Someone extends Seen {
  readonly tenant: string
}
export interface WhoPage {
  readonly actors: readonly Someone[]
  /** Null on the last page. */
  readonly next: Seen | null
}

export type FlowMap = ReturnType<typeof flowMap>

/** How many are forgotten in one commit. */
const FORGOTTEN_AT_ONCE = 200

export function flowMap({ connection, outlines }: FlowMapParts) {
  const sql = readSql(connection.dialect)
  const { record, forget } = recording(connection.dialect)
  const ask = <Row>(rows: Compilable<Row>) => read(connection, query<object, Row>(() => rows)({}))
  const outlineOf = ({ flow, version }: Wanted) =>
    outlines.findLast((one) => one.id === flow && (version === undefined || one.version === version)) ??
    outlines.findLast((one) => one.id === flow)

  async function who({ state, after = null, most, ...wanted }: WhoWanted): Promise<WhoPage> {
    const found = await ask(sql.who(wanted, state, after, most + 1))
    const actors = found.slice(0, most)
    const last = actors.at(-1)
    return { actors, next: found.length > most && last ? { since: last.since, actor: last.actor } : null }
  }

  return {
    /** Writes for the step's own commit; none of them can be refused. */
    record: (movement: Movement): Write[] => record(movement),

    /** Takes erased actors off the map. Safe to repeat. */
    async forget(actors: readonly string[]): Promise<void> {
      for (let n = 0; n < actors.length; n += FORGOTTEN_AT_ONCE) {
        const writes = actors.slice(n, n + FORGOTTEN_AT_ONCE).flatMap(forget)
        orRefuse(await connection.write(writes), 'Erased actors stay on the flow map.')
      }
    },

    /** Of every state and transition there is. Null for a flow there is none of. Throws `date.invalid`. */
    async counts({ from, to, ...wanted }: CountsWanted): Promise<FlowCounts | null> {
      const days = daysOf(from, to)
      const outline = outlineOf(wanted)
      if (!outline) return null
      const live = await ask(sql.live(wanted))
      // of all who ever came, those who have not left are those who are here
      const stillThere = from === undefined && to === undefined ? live : await ask(sql.stillThere(wanted, days))
      const entries = await ask(sql.entries(wanted, days))
      // the moves first: a way is there before it is taken
      const moves = await ask(sql.moves(wanted, days))
      const ways = waySums(moves, await ask(sql.ways(wanted)))
      return countsOf(outline, { live, entries, stillThere, ways })
    },

    /** Who is in a leaf state, longest there first. Nobody is in a state there is none of. */
    who,

    /** Who has been longest in each leaf state that is not an end, longest first. */
    async oldest(wanted: Wanted): Promise<(Someone & { readonly state: string })[]> {
      const leaves = outlineOf(wanted)?.states.filter(({ kind }) => kind === 'atomic') ?? []
      const firsts = leaves.map(async ({ path: state }) => {
        const { actors } = await who({ ...wanted, state, most: 1 })
        return actors.map((first) => ({ ...first, state }))
      })
      return (await Promise.all(firsts)).flat().toSorted((a, b) => a.since - b.since)
    },

    /** Actors of a tenant, those at work first. */
    ofTenant: (tenant: string, most: number): Promise<{ actor: string; flow: string }[]> =>
      ask(sql.ofTenant(tenant, most)),

    overview: async (): Promise<Overview> => overviewOf(await ask(sql.populations()), await ask(sql.everywhere())),
  }
}
