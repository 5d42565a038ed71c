/**
 * Which invitations of a tenant are open, and for which address. How each one stands says its actor; this is the list
 * they are found by.
 *
 * Promise: one open invitation per tenant and address, decided by a constraint.
 */
import { statement } from '../../store/connection.ts'
import { builder, type Ddl, pick, query, read, type RecordParts, type Write } from '../query.ts'
import { orRefuse } from '../refusal.ts'

interface InvitationRow {
  id: string
  tenant: string
  email: string
  created_at: number
  closed_at: number | null
}
/** `createdAt`: milliseconds since 1970. */
export interface OpenInvitation {
  /** Of its actor. */
  readonly id: string
  readonly email: string
  readonly createdAt: number
}

export const invitationTables = ({ integer, end }: Ddl) => `
  create table if not exists invitation (
    id text primary key, tenant text not null, email text not null, created_at ${integer} not null, closed_at ${integer}
  ) ${end};
  create unique index if not exists invitation_open on invitation (tenant, email) where closed_at is null;
`

export type Invitations = ReturnType<typeof invitations>

export function invitations({ connection, now }: Pick<RecordParts, 'connection' | 'now'>) {
  const sql = invitationSql(connection.dialect)
  return {
    /** Puts an invitation on the list, at once. Throws `invitation.exists` when another waits for the address. */
    async intend(invitation: Pick<InvitationRow, 'id' | 'tenant' | 'email'>): Promise<void> {
      const row = { ...invitation, created_at: now(), closed_at: null }
      const written = await connection.write([statement(sql.intend(row), 'invitation.exists')])
      orRefuse(written, `Somebody is invited to ${invitation.tenant} with that address already.`)
    },
    /** Takes it off the list, at once, with whatever else ends with it. */
    async close(id: string, writes: readonly Write[]): Promise<void> {
      const closed = statement(sql.close({ id, at: now() }), 'invitation.kept')
      orRefuse(await connection.write([closed, ...writes]), `Cannot close invitation ${id}.`)
    },
    /** Forgets every invitation of a tenant, open or not, with the addresses in them. */
    removeAll: (tenant: string): Write => statement(sql.removeAll({ tenant }), 'invitation.kept'),
    /** Oldest first. */
    open: async (tenant: string): Promise<OpenInvitation[]> =>
      (await read(connection, sql.open({ tenant }))).map(({ id, email, created_at }) => ({
        id,
        email,
        createdAt: created_at,
      })),
  }
}

function invitationSql(dialect: RecordParts['connection']['dialect']) {
  const db = builder<{ invitation: InvitationRow }>(dialect)
  return {
    // a repeat finds its own row; another's, for the same address, is refused by the index
    intend: query((row: InvitationRow) =>
      db
        .insertInto('invitation')
        .values(pick(row, 'id', 'tenant', 'email', 'created_at'))
        .onConflict((conflict) => conflict.column('id').doNothing()),
    ),
    close: query((p: { id: string; at: number }) =>
      db.updateTable('invitation').set({ closed_at: p.at }).where('id', '=', p.id).where('closed_at', 'is', null),
    ),
    removeAll: query((p: { tenant: string }) => db.deleteFrom('invitation').where('tenant', '=', p.tenant)),
    open: query((p: { tenant: string }) =>
      db
        .selectFrom('invitation')
        .select(['id', 'email', 'created_at'])
        .where('tenant', '=', p.tenant)
        .where('closed_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id'),
    ),
  }
}
