/** What is read of the map: sums over counts, and pages of places. */
import { type SelectQueryBuilder, sql } from 'kysely'
import { builder, type Dialect } from '../query.ts'
import { type Days, startOf } from './days.ts'
import type { FlowMapTables } from './flow-map-table.ts'

/** Whose counts: everybody's of a flow, but for what is given. `tier` is a plan's key, or `none`. */
export interface Wanted {
  readonly flow: string
  readonly version?: string | undefined
  readonly tier?: string | undefined
}
/** Somebody in a state, and how far a page has come. */
export interface Seen {
  readonly since: number
  readonly actor: string
}

type Table = keyof FlowMapTables

export function readSql(dialect: Dialect) {
  const db = builder<FlowMapTables>(dialect)
  function of<Name extends Table>(table: Name, { flow, version, tier }: Wanted) {
    let rows = db.selectFrom(table as 'flow_live').where('flow', '=', flow)
    if (version !== undefined) rows = rows.where('version', '=', version)
    if (tier !== undefined) rows = rows.where('tier', '=', tier)
    return rows as unknown as SelectQueryBuilder<FlowMapTables, Name, object>
  }
  const sum = (column: 'n' | 'taken' | 'exits') => sql<number>`sum(${sql.ref(column)})`.as(column)

  return {
    live: (wanted: Wanted) =>
      of('flow_live', wanted)
        .groupBy('state')
        .select(['state', sum('n')]),
    entries: (wanted: Wanted, { from, until }: Days) =>
      of('flow_entry', wanted)
        .where('day', '>=', from)
        .where('day', '<', until)
        .groupBy('state')
        .select(['state', sum('n')]),
    moves({ flow, version, tier }: Wanted, { from, until }: Days) {
      let rows = db.selectFrom('flow_move').where('flow', '=', flow).where('day', '>=', from).where('day', '<', until)
      if (tier !== undefined) rows = rows.where('tier', '=', tier)
      if (version !== undefined) {
        const ways = db.selectFrom('flow_way').select('id').where('flow', '=', flow).where('version', '=', version)
        rows = rows.where('way', 'in', ways)
      }
      return rows.groupBy(['way', 'bucket']).select(['way', 'bucket', sum('taken'), sum('exits')])
    },
    ways: ({ flow }: Wanted) => db.selectFrom('flow_way').selectAll().where('flow', '=', flow),
    /** How many who came in that time are there now. */
    stillThere: (wanted: Wanted, { from, until }: Days) =>
      of('flow_place', wanted)
        .where('since', '>=', startOf(from))
        .where('since', '<', startOf(until))
        .groupBy('state')
        .select(['state', sql<number>`count(*)`.as('n')]),
    /** Longest there first. */
    who(wanted: Wanted, state: string, after: Seen | null, most: number) {
      let there = of('flow_place', wanted).where('state', '=', state)
      if (after)
        there = there
          // how far the index is skipped; the next line says where the page begins
          .where('since', '>=', after.since)
          .where((row) => row.or([row('since', '>', after.since), row('actor', '>', after.actor)]))
      const page = there.select(['actor', 'since']).orderBy('since').orderBy('actor').limit(most)
      return db
        .selectFrom(page.as('page'))
        .innerJoin('flow_actor', 'flow_actor.actor', 'page.actor')
        .select(['page.actor', 'flow_actor.tenant', 'page.since'])
        .orderBy('page.since')
        .orderBy('page.actor')
    },
    /** Actors of a tenant, those at work first. */
    ofTenant: (tenant: string, most: number) =>
      db
        .selectFrom('flow_actor')
        .where('tenant', '=', tenant)
        .select(['actor', 'flow'])
        .orderBy('ended')
        .orderBy('flow')
        .limit(most),
    populations: () => db.selectFrom('flow_population').selectAll().orderBy('flow').orderBy('version').orderBy('tier'),
    everywhere: () =>
      db
        .selectFrom('flow_live')
        .groupBy(['flow', 'version', 'state'])
        .select(['flow', 'version', 'state', sum('n')]),
  }
}
