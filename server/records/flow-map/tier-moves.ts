/**
 * Another plan: its actors and all that is counted of where they are go over to it, together, in the commit that changes
 * it. What they did before stays counted under the plan they did it with.
 */
import { sql } from 'kysely'
import { statement } from '../../store/connection.ts'
import { builder, type Dialect, query, type Write } from '../query.ts'
import { addUp, text } from './add-up.ts'
import type { FlowMapTables } from './flow-map-table.ts'

interface Move {
  whose: string
  tier: string
}

/** Writes for every actor of `whose` that has another tier yet: of a tenant, or for one actor. Repeated, they find nobody. */
export function tierMoves(dialect: Dialect, by: 'tenant' | 'actor'): (whose: string, tier: string) => Write[] {
  const { uncount, count, unpopulate, populate, places, actors } = moveSql(dialect, by)
  return (whose, tier) =>
    [uncount, count, unpopulate, populate, places, actors].map((fill) =>
      statement(fill({ whose, tier }), 'flowMap.kept'),
    )
}

function moveSql(dialect: Dialect, by: 'tenant' | 'actor') {
  const db = builder<FlowMapTables>(dialect)
  const add = addUp(db)
  const actors = (p: Move) => db.selectFrom('flow_actor').where(by, '=', p.whose).where('tier', '<>', p.tier)
  const places = (p: Move) =>
    db
      .selectFrom('flow_place as p')
      .innerJoin('flow_actor', 'flow_actor.actor', 'p.actor')
      .where(`flow_actor.${by}`, '=', p.whose)
      .where('flow_actor.tier', '<>', p.tier)
      .groupBy(['p.flow', 'p.version', 'p.tier', 'p.state'])

  return {
    uncount: query((p: Move) =>
      add.live(places(p).select(['p.flow', 'p.version', 'p.tier', 'p.state', sql<number>`-count(*)`.as('n')])),
    ),
    count: query((p: Move) =>
      add.live(
        places(p)
          .clearGroupBy()
          .groupBy(['p.flow', 'p.version', 'p.state'])
          .select(['p.flow', 'p.version', text(p.tier).as('to'), 'p.state', sql<number>`count(*)`.as('n')]),
      ),
    ),
    unpopulate: query((p: Move) =>
      add.population(
        actors(p)
          .groupBy(['flow', 'version', 'tier'])
          .select(['flow', 'version', 'tier', sql<number>`sum(ended) - count(*)`.as('active')])
          .select(sql<number>`-sum(ended)`.as('over')),
      ),
    ),
    populate: query((p: Move) =>
      add.population(
        actors(p)
          .groupBy(['flow', 'version'])
          .select(['flow', 'version', text(p.tier).as('to'), sql<number>`count(*) - sum(ended)`.as('active')])
          .select(sql<number>`sum(ended)`.as('over')),
      ),
    ),
    places: query((p: Move) =>
      db.updateTable('flow_place').set({ tier: p.tier }).where('actor', 'in', actors(p).select('actor')),
    ),
    actors: query((p: Move) =>
      db.updateTable('flow_actor').set({ tier: p.tier }).where(by, '=', p.whose).where('tier', '<>', p.tier),
    ),
  }
}
