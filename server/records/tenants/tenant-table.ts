/** Tenants, the addresses reserved for them, and their members. */
import { builder, type Ddl, type Dialect, pick, query } from '../query.ts'

export interface TenantRow {
  id: string
  slug: string
  name: string
  plan: string
  plan_name: string
  limits: string
  catalogue_version: string
  status: 'live'
  /** How many members the plan allows, and how many there are: the update that counts is also the lock. */
  seats: number
  seats_used: number
  created_at: number
  ready_at: number | null
  /** When its name was changed last. */
  updated_at: number
}
export interface SlugRow {
  slug: string
  tenant: string
}
export interface MemberRow {
  tenant: string
  user_id: string
  email: string
  name: string
  role: string
  occupation: string
  joined_at: number
}
interface Tables {
  tenant: TenantRow
  slug: SlugRow
  member: MemberRow
}

export const tenantTables = ({ integer, end }: Ddl) => `
  create table if not exists tenant (
    id text primary key, slug text not null unique, name text not null, plan text not null, plan_name text not null,
    limits text not null, catalogue_version text not null, status text not null, seats integer not null,
    seats_used integer not null check (seats_used <= seats), created_at ${integer} not null, ready_at ${integer},
    updated_at ${integer} not null
  ) ${end};
  create table if not exists slug (slug text primary key, tenant text not null unique) ${end};
  create table if not exists member (
    tenant text not null, user_id text not null, email text not null, name text not null, role text not null,
    occupation text not null, joined_at ${integer} not null, primary key (tenant, user_id)
  ) ${end};
  create index if not exists member_user on member (user_id);
`

const memberColumns = (row: MemberRow) =>
  pick(row, 'tenant', 'user_id', 'email', 'name', 'role', 'occupation', 'joined_at')

export function tenantSql(dialect: Dialect) {
  const db = builder<Tables>(dialect)
  return {
    get: query((p: { id: string }) => db.selectFrom('tenant').selectAll().where('id', '=', p.id)),
    tenantsOf: query((p: { user: string }) =>
      db
        .selectFrom('member')
        .innerJoin('tenant', 'tenant.id', 'member.tenant')
        .selectAll('tenant')
        .select('member.role')
        .where('member.user_id', '=', p.user)
        .orderBy('tenant.created_at'),
    ),
    member: query((p: { tenant: string; user: string }) =>
      db.selectFrom('member').selectAll().where('tenant', '=', p.tenant).where('user_id', '=', p.user),
    ),
    members: query((p: { tenant: string }) =>
      db.selectFrom('member').selectAll().where('tenant', '=', p.tenant).orderBy('joined_at'),
    ),
    slugOf: query((p: { tenant: string }) => db.selectFrom('slug').select('slug').where('tenant', '=', p.tenant)),
    holder: query((p: { slug: string }) => db.selectFrom('slug').select('tenant').where('slug', '=', p.slug)),
    reserve: query((row: SlugRow) => db.insertInto('slug').values(pick(row, 'slug', 'tenant'))),
    // a repeat finds its own row; it must not count the owner's seat twice
    create: query((row: TenantRow) =>
      db
        .insertInto('tenant')
        .values(
          pick(
            row,
            'id',
            'slug',
            'name',
            'plan',
            'plan_name',
            'limits',
            'catalogue_version',
            'status',
            'seats',
            'seats_used',
            'created_at',
            'updated_at',
          ),
        )
        .onConflict((on) => on.column('id').doNothing()),
    ),
    join: query((row: MemberRow) =>
      db
        .insertInto('member')
        .values(memberColumns(row))
        .onConflict((on) => on.columns(['tenant', 'user_id']).doNothing()),
    ),
    addMember: query((row: MemberRow) => db.insertInto('member').values(memberColumns(row))),
    // the row is locked by its own update, so two who take the last seat are told apart
    takeSeat: query((p: { tenant: string }) =>
      db
        .updateTable('tenant')
        .set((row) => ({ seats_used: row('seats_used', '+', 1) }))
        .where('id', '=', p.tenant)
        .whereRef('seats_used', '<', 'seats'),
    ),
    ready: query((p: { id: string; at: number }) =>
      db.updateTable('tenant').set({ ready_at: p.at }).where('id', '=', p.id).where('ready_at', 'is', null),
    ),
    // whoever has a seat keeps it: then there are as many seats as members, and none to give away
    changePlan: query((p: Pick<TenantRow, 'id' | 'plan' | 'plan_name' | 'limits' | 'seats' | 'catalogue_version'>) =>
      db
        .updateTable('tenant')
        .set((row) => ({
          plan: p.plan,
          plan_name: p.plan_name,
          limits: p.limits,
          catalogue_version: p.catalogue_version,
          seats: row.case().when('seats_used', '>', p.seats).then(row.ref('seats_used')).else(p.seats).end(),
        }))
        .where('id', '=', p.id),
    ),
    // whoever was faster has moved `updated_at` on; of two at one moment the second finds it moved, too
    rename: query((p: { id: string; name: string; seen: number; at: number }) =>
      db
        .updateTable('tenant')
        .set((row) => ({
          name: p.name,
          updated_at: row
            .case()
            .when('updated_at', '<', p.at)
            .then(p.at)
            .else(row('updated_at', '+', 1))
            .end(),
        }))
        .where('id', '=', p.id)
        .where('updated_at', '=', p.seen),
    ),
    renameMember: query((p: { user: string; name: string }) =>
      db.updateTable('member').set({ name: p.name }).where('user_id', '=', p.user),
    ),
    setOccupation: query((p: { tenant: string; user: string; occupation: string }) =>
      db
        .updateTable('member')
        .set({ occupation: p.occupation })
        .where('tenant', '=', p.tenant)
        .where('user_id', '=', p.user),
    ),
    dropMembers: query((p: { tenant: string }) => db.deleteFrom('member').where('tenant', '=', p.tenant)),
    drop: query((p: { id: string }) => db.deleteFrom('tenant').where('id', '=', p.id)),
    freeSlug: query((p: { tenant: string }) => db.deleteFrom('slug').where('tenant', '=', p.tenant)),
  }
}
