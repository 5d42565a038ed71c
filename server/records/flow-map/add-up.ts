/** Rows that are added to the counts there are: each statement makes the row it does not find. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { FlowMapTables } from './flow-map-table.ts'

/** A query whose columns are those named, in that order, which kysely cannot check: it is handed over untyped. */
type Rows = never

/** A number among selected columns: PostgreSQL takes a bare parameter there for text. */
export const int = (value: number): RawBuilder<number> => sql<number>`cast(${value} as integer)`
export const big = (value: number): RawBuilder<number> => sql<number>`cast(${value} as bigint)`
export const text = (value: string): RawBuilder<string> => sql<string>`cast(${value} as text)`

const counted = ['flow', 'version', 'tier'] as const
const daily = ['flow', 'day', 'version', 'tier'] as const

export function addUp(db: Kysely<FlowMapTables>) {
  return {
    /** flow, version, tier, state, n */
    live: (rows: unknown) =>
      db
        .insertInto('flow_live')
        .columns([...counted, 'state', 'n'])
        .expression(rows as Rows)
        .onConflict((on) => on.columns([...counted, 'state']).doUpdateSet({ n: sql`flow_live.n + excluded.n` })),
    /** flow, version, tier, active, ended */
    population: (rows: unknown) =>
      db
        .insertInto('flow_population')
        .columns([...counted, 'active', 'ended'])
        .expression(rows as Rows)
        .onConflict((on) =>
          on.columns([...counted]).doUpdateSet({
            active: sql`flow_population.active + excluded.active`,
            ended: sql`flow_population.ended + excluded.ended`,
          }),
        ),
    /** flow, day, version, tier, state, n */
    entries: (rows: unknown) =>
      db
        .insertInto('flow_entry')
        .columns([...daily, 'state', 'n'])
        .expression(rows as Rows)
        .onConflict((on) => on.columns([...daily, 'state']).doUpdateSet({ n: sql`flow_entry.n + excluded.n` })),
    /** flow, day, way, tier, bucket, taken, exits */
    moves: (rows: unknown) =>
      db
        .insertInto('flow_move')
        .columns(['flow', 'day', 'way', 'tier', 'bucket', 'taken', 'exits'])
        .expression(rows as Rows)
        .onConflict((on) =>
          on.columns(['flow', 'day', 'way', 'tier', 'bucket']).doUpdateSet({
            taken: sql`flow_move.taken + excluded.taken`,
            exits: sql`flow_move.exits + excluded.exits`,
          }),
        ),
  }
}
