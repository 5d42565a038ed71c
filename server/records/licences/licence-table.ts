/**
 * Licences: how many of a kind a tenant has, who holds one, and the changes that have not reached the workspace yet.
 * `used` counts the rows of `licence`; the update that counts is also the lock, so that the last one goes to one.
 */
import { statement } from '../../store/connection.ts'
import { builder, type Ddl, type Dialect, pick, query, type Write } from '../query.ts'

export interface PoolRow {
  tenant: string
  key: string
  name: string
  summary: string
  count: number
  used: number
}
export interface LicenceRow {
  tenant: string
  key: string
  user_id: string
  assigned_at: number
}
/** The actor that brings the newest change of somebody's licence to the workspace; gone when it has. */
export interface LicenceChangeRow {
  tenant: string
  key: string
  user_id: string
  flow: string
}
interface Tables {
  licence_pool: PoolRow
  licence: LicenceRow
  licence_change: LicenceChangeRow
}

/** Nothing keeps `used` below `count`: a smaller plan takes no licence away. */
export const licenceTables = ({ integer, end }: Ddl) => `
  create table if not exists licence_pool (
    tenant text not null, key text not null, name text not null, summary text not null,
    count integer not null check (count >= 0), used integer not null check (used >= 0), primary key (tenant, key)
  ) ${end};
  create table if not exists licence (
    tenant text not null, key text not null, user_id text not null, assigned_at ${integer} not null,
    primary key (tenant, key, user_id)
  ) ${end};
  create table if not exists licence_change (
    tenant text not null, key text not null, user_id text not null, flow text not null,
    primary key (tenant, key, user_id)
  ) ${end};
`

interface Whose {
  tenant: string
  user: string
}
interface Which extends Whose {
  key: string
}

export function licenceSql(dialect: Dialect) {
  const db = builder<Tables>(dialect)
  return {
    pools: query((p: { tenant: string }) =>
      db.selectFrom('licence_pool').selectAll().where('tenant', '=', p.tenant).orderBy('key'),
    ),
    held: query((p: { tenant: string }) =>
      db.selectFrom('licence').selectAll().where('tenant', '=', p.tenant).orderBy('assigned_at').orderBy('user_id'),
    ),
    changes: query((p: { tenant: string }) =>
      db.selectFrom('licence_change').selectAll().where('tenant', '=', p.tenant).orderBy('key').orderBy('user_id'),
    ),
    one: query((p: Which) =>
      db
        .selectFrom('licence')
        .select('assigned_at')
        .where('tenant', '=', p.tenant)
        .where('key', '=', p.key)
        .where('user_id', '=', p.user),
    ),
    emptyPools: query((p: { tenant: string }) =>
      db.updateTable('licence_pool').set({ count: 0 }).where('tenant', '=', p.tenant),
    ),
    setPool: query((row: PoolRow) =>
      db
        .insertInto('licence_pool')
        .values(pick(row, 'tenant', 'key', 'name', 'summary', 'count', 'used'))
        .onConflict((on) =>
          on.columns(['tenant', 'key']).doUpdateSet({ name: row.name, summary: row.summary, count: row.count }),
        ),
    ),
    assign: query((row: LicenceRow) =>
      db.insertInto('licence').values(pick(row, 'tenant', 'key', 'user_id', 'assigned_at')),
    ),
    // the row is locked by its own update, so two who take the last one are told apart
    take: query((p: { tenant: string; key: string }) =>
      db
        .updateTable('licence_pool')
        .set((row) => ({ used: row('used', '+', 1) }))
        .where('tenant', '=', p.tenant)
        .where('key', '=', p.key)
        .whereRef('used', '<', 'count'),
    ),
    withdraw: query((p: Which) =>
      db.deleteFrom('licence').where('tenant', '=', p.tenant).where('key', '=', p.key).where('user_id', '=', p.user),
    ),
    giveBack: query((p: { tenant: string; key: string }) =>
      db
        .updateTable('licence_pool')
        .set((row) => ({ used: row('used', '-', 1) }))
        .where('tenant', '=', p.tenant)
        .where('key', '=', p.key),
    ),
    change: query((row: LicenceChangeRow) =>
      db
        .insertInto('licence_change')
        .values(pick(row, 'tenant', 'key', 'user_id', 'flow'))
        .onConflict((on) => on.columns(['tenant', 'key', 'user_id']).doUpdateSet({ flow: row.flow })),
    ),
    // one that was followed by another finds that one's row, and leaves it
    settle: query((p: LicenceChangeRow) =>
      db
        .deleteFrom('licence_change')
        .where('tenant', '=', p.tenant)
        .where('key', '=', p.key)
        .where('user_id', '=', p.user_id)
        .where('flow', '=', p.flow),
    ),
    dropPools: query((p: { tenant: string }) => db.deleteFrom('licence_pool').where('tenant', '=', p.tenant)),
    dropAll: query((p: { tenant: string }) => db.deleteFrom('licence').where('tenant', '=', p.tenant)),
    dropChanges: query((p: { tenant: string }) => db.deleteFrom('licence_change').where('tenant', '=', p.tenant)),
  }
}

/** Whatever somebody holds goes back, in the commit that takes them off the team's list. */
export function returnLicences(dialect: Dialect): (tenant: string, user: string) => Write[] {
  const db = builder<Tables>(dialect)
  const uncount = query((p: Whose) =>
    db
      .updateTable('licence_pool')
      .set((row) => ({ used: row('used', '-', 1) }))
      .where('tenant', '=', p.tenant)
      .where('key', 'in', (from) =>
        from
          .selectFrom('licence')
          .select('licence.key')
          .where('licence.tenant', '=', p.tenant)
          .where('user_id', '=', p.user),
      ),
  )
  const drop = query((p: Whose) =>
    db.deleteFrom('licence').where('tenant', '=', p.tenant).where('user_id', '=', p.user),
  )
  const dropChanges = query((p: Whose) =>
    db.deleteFrom('licence_change').where('tenant', '=', p.tenant).where('user_id', '=', p.user),
  )
  return (tenant, user) => [uncount, drop, dropChanges].map((sql) => statement(sql({ tenant, user }), 'licence.kept'))
}
