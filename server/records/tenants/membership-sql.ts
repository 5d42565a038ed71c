/**
 * Statements that change who is in a team and as what. Each says in its `where` what must still hold, so of two at once
 * the second is judged by what the first left.
 */
import { builder, type Dialect, query } from '../query.ts'
import type { MemberRow, TenantRow } from './tenant-table.ts'

interface Whose {
  tenant: string
  user: string
}

export function membershipSql(dialect: Dialect) {
  const db = builder<{ tenant: TenantRow; member: MemberRow }>(dialect)
  const owners = (tenant: string) =>
    db
      .selectFrom('member as other')
      .select((row) => row.fn.countAll().as('count'))
      .where('other.tenant', '=', tenant)
      .where('other.role', '=', 'owner')
  return {
    // everything about a team's members begins with its tenant's row: a lock where there are many writers
    lock: query((p: { tenant: string }) =>
      db
        .updateTable('tenant')
        .set((row) => ({ seats: row.ref('seats') }))
        .where('id', '=', p.tenant),
    ),
    /** Somebody who still has one of two roles; the same one twice asks for that one. */
    stillHas: query((p: Whose & { role: string; orRole: string }) =>
      db
        .updateTable('member')
        .set((row) => ({ role: row.ref('role') }))
        .where('tenant', '=', p.tenant)
        .where('user_id', '=', p.user)
        .where('role', 'in', [p.role, p.orRole]),
    ),
    setRole: query((p: Whose & { from: string; to: string }) =>
      db
        .updateTable('member')
        .set({ role: p.to })
        .where('tenant', '=', p.tenant)
        .where('user_id', '=', p.user)
        .where('role', '=', p.from),
    ),
    /** Another owner has to be there. */
    otherOwner: query((p: { tenant: string }) =>
      db
        .updateTable('tenant')
        .set((row) => ({ seats: row.ref('seats') }))
        .where('id', '=', p.tenant)
        .where(owners(p.tenant), '>', 1 as never),
    ),
    drop: query((p: Whose & { role: string }) =>
      db.deleteFrom('member').where('tenant', '=', p.tenant).where('user_id', '=', p.user).where('role', '=', p.role),
    ),
    leave: query((p: Whose) => db.deleteFrom('member').where('tenant', '=', p.tenant).where('user_id', '=', p.user)),
    freeSeat: query((p: { tenant: string }) =>
      db
        .updateTable('tenant')
        .set((row) => ({ seats_used: row('seats_used', '-', 1) }))
        .where('id', '=', p.tenant)
        .where('seats_used', '>', 0),
    ),
  }
}
