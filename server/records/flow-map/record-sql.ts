/**
 * The statements that keep the map, all of them in the commit of the step they count.
 *
 * What is counted is read from the row that is counted, never handed over: an actor the map does not know changes nothing,
 * and a tier that moved meanwhile is the one the row has.
 */
import { type RawBuilder, sql } from 'kysely'
import { builder, type Dialect, pick, query } from '../query.ts'
import { addUp, big, int, text } from './add-up.ts'
import type { FlowActorRow, FlowMapTables, FlowPlaceRow, FlowWayRow } from './flow-map-table.ts'
import { bucketSql } from './stay.ts'

type Place = Pick<FlowPlaceRow, 'actor' | 'state'>

export interface Counting extends Place {
  way: number
  day: number
  taken: number
  exits: number
}

export function recordSql(dialect: Dialect) {
  const db = builder<FlowMapTables>(dialect)
  const add = addUp(db)
  const actor = (id: string) => db.selectFrom('flow_actor').where('actor', '=', id)
  const place = ({ actor: id, state }: Place) =>
    db.selectFrom('flow_place').where('actor', '=', id).where('state', '=', state)
  const counted = (id: string, state: string, n: number) =>
    actor(id).select(['flow', 'version', 'tier', text(state).as('state'), int(n).as('n')])
  const moved = ({ way, day, taken, exits }: Counting, bucket: RawBuilder<number>) => [
    ...(['flow', int(day).as('day'), big(way).as('way'), 'tier', bucket.as('bucket')] as const),
    ...([int(taken).as('taken'), int(exits).as('exits')] as const),
  ]

  return {
    /** A tenant's actor has the tenant's plan for its tier, at that moment. */
    born: query((p: FlowActorRow) => {
      const tier = sql<string>`coalesce((select plan from tenant where id = ${p.tenant}), ${p.tier})`
      return db
        .insertInto('flow_actor')
        .values({ ...pick(p, 'actor', 'flow', 'version', 'tenant', 'ended'), tier })
        .onConflict((on) => on.doNothing())
    }),
    populate: query((p: { actor: string; active: number; ended: number }) =>
      add.population(actor(p.actor).select(['flow', 'version', 'tier', int(p.active).as('a'), int(p.ended).as('e')])),
    ),
    end: query((p: { actor: string }) => db.updateTable('flow_actor').set({ ended: 1 }).where('actor', '=', p.actor)),

    way: query((p: FlowWayRow) =>
      db
        .insertInto('flow_way')
        .values(pick(p, 'id', 'flow', 'version', 'transition', 'state'))
        .onConflict((on) => on.doNothing()),
    ),
    /** Out of a leaf it had been in since some time. */
    moveFrom: query((p: Counting & { at: number }) =>
      add.moves(place(p).select(moved(p, bucketSql(sql<number>`(${big(p.at)} - since)`)))),
    ),
    /** Out of what it entered in this very step, or what holds others. */
    moveWithin: query((p: Counting & { bucket: number }) => add.moves(actor(p.actor).select(moved(p, int(p.bucket))))),
    enter: query((p: Place & { day: number }) =>
      add.entries(
        actor(p.actor).select([
          ...(['flow', int(p.day).as('day'), 'version', 'tier'] as const),
          text(p.state).as('state'),
          int(1).as('n'),
        ]),
      ),
    ),

    count: query((p: Place & { n: number }) => add.live(counted(p.actor, p.state, p.n))),
    /** One less there, one more here. */
    countOver: query((p: Place & { to: string }) =>
      add.live(counted(p.actor, p.state, -1).unionAll(counted(p.actor, p.to, 1))),
    ),
    arrive: query((p: Place & { at: number }) =>
      db
        .insertInto('flow_place')
        .columns(['actor', 'state', 'flow', 'version', 'tier', 'since'])
        .expression(
          actor(p.actor).select([
            ...(['actor', text(p.state).as('state'), 'flow', 'version', 'tier'] as const),
            big(p.at).as('since'),
          ]),
        )
        .onConflict((on) => on.doNothing()),
    ),
    leave: query((p: Place) => db.deleteFrom('flow_place').where('actor', '=', p.actor).where('state', '=', p.state)),
    /** From one leaf to another, which may be the same one anew. */
    goOver: query((p: Place & { to: string; at: number }) =>
      db
        .updateTable('flow_place')
        .set({ state: p.to, since: p.at })
        .where('actor', '=', p.actor)
        .where('state', '=', p.state),
    ),

    /** Takes an actor out of all counts of who is where. Repeated, it finds nothing. */
    uncount: query((p: { actor: string }) =>
      add.live(
        db
          .selectFrom('flow_place')
          .where('actor', '=', p.actor)
          .select(['flow', 'version', 'tier', 'state', int(-1).as('n')]),
      ),
    ),
    unpopulate: query((p: { actor: string }) =>
      add.population(
        actor(p.actor)
          .select(['flow', 'version', 'tier', sql<number>`ended - 1`.as('active')])
          .select(sql<number>`-ended`.as('over')),
      ),
    ),
    forgetPlaces: query((p: { actor: string }) => db.deleteFrom('flow_place').where('actor', '=', p.actor)),
    forget: query((p: { actor: string }) => db.deleteFrom('flow_actor').where('actor', '=', p.actor)),
  }
}
