/**
 * Licences of a tenant, and who holds them.
 *
 * Promises, each kept by the commit itself: of a kind, no more are assigned than the plan includes; a member holds one of
 * a kind or none; a smaller plan takes none away. What a member holds goes back with their seat (`tenants/membership.ts`).
 */
import type { LicenceKind } from '../../../machines/vocabulary/plans.ts'
import { statement } from '../../store/connection.ts'
import { read, readOne, type RecordParts, type Write } from '../query.ts'
import { licenceSql } from './licence-table.ts'

/** Licences of one kind: how many there are, and how many are assigned. More than there are after a smaller plan. */
export interface LicencePool {
  readonly key: string
  readonly name: string
  /** What whoever holds one may do. */
  readonly summary: string
  readonly count: number
  readonly used: number
}
/** One licence of one member. */
export interface LicenceOf {
  readonly tenant: string
  readonly key: string
  readonly userId: string
}
export interface HeldLicence extends Omit<LicenceOf, 'tenant'> {
  /** Milliseconds since 1970. */
  readonly assignedAt: number
}
/** A change that has not reached the workspace yet, with the actor that takes it there. */
export interface LicenceChange extends Omit<LicenceOf, 'tenant'> {
  readonly flow: string
}

export type Licences = ReturnType<typeof licences>

export function licences({ connection, now }: Pick<RecordParts, 'connection' | 'now'>) {
  const sql = licenceSql(connection.dialect)
  const change = ({ tenant, key, userId: user_id }: LicenceOf, flow: string) =>
    statement(sql.change({ tenant, key, user_id, flow }), 'licence.changed', 1)

  return {
    /** As many of each kind as the plan includes. A kind it does not have stays with those who hold one. */
    setPools: (tenant: string, kinds: readonly LicenceKind[]): Write[] => [
      statement(sql.emptyPools({ tenant }), 'licence.pools'),
      ...kinds.map(({ key, name, summary, count }) =>
        statement(sql.setPool({ tenant, key, name, summary, count, used: 0 }), 'licence.pools', 1),
      ),
    ],
    /** Counts it and says who holds it; `flow` takes it to the workspace. Refused with `licence.held`, `licence.none`. */
    assign: (which: LicenceOf, flow: string): Write[] => {
      const { tenant, key, userId: user_id } = which
      return [
        statement(sql.assign({ tenant, key, user_id, assigned_at: now() }), 'licence.held', 1),
        statement(sql.take({ tenant, key }), 'licence.none', 1),
        change(which, flow),
      ]
    },
    /** Refused with `licence.absent` when they hold none. */
    withdraw: (which: LicenceOf, flow: string): Write[] => {
      const { tenant, key, userId: user } = which
      return [
        statement(sql.withdraw({ tenant, key, user }), 'licence.absent', 1),
        statement(sql.giveBack({ tenant, key }), 'licence.absent', 1),
        change(which, flow),
      ]
    },
    /** The workspace knows of the change that `flow` took there. */
    settle: ({ tenant, key, userId: user_id }: LicenceOf, flow: string): Write =>
      statement(sql.settle({ tenant, key, user_id, flow }), 'licence.changed'),
    /** Everything of a tenant. */
    removeAll: (tenant: string): Write[] =>
      [sql.dropChanges, sql.dropAll, sql.dropPools].map((drop) => statement(drop({ tenant }), 'licence.kept')),

    isHeld: async ({ tenant, key, userId: user }: LicenceOf): Promise<boolean> =>
      (await readOne(connection, sql.one({ tenant, key, user }))) !== null,
    /** The kinds there are any of, or that somebody still holds. */
    pools: async (tenant: string): Promise<LicencePool[]> =>
      (await read(connection, sql.pools({ tenant })))
        .filter(({ count, used }) => count > 0 || used > 0)
        .map(({ key, name, summary, count, used }) => ({ key, name, summary, count, used })),
    /** Who holds what, in the order it was assigned. */
    held: async (tenant: string): Promise<HeldLicence[]> =>
      (await read(connection, sql.held({ tenant }))).map(({ key, user_id, assigned_at }) => ({
        key,
        userId: user_id,
        assignedAt: assigned_at,
      })),
    changes: async (tenant: string): Promise<LicenceChange[]> =>
      (await read(connection, sql.changes({ tenant }))).map(({ key, user_id, flow }) => ({
        key,
        userId: user_id,
        flow,
      })),
  }
}
