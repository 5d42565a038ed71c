/**
 * Password hashes that wait for an account to be made. A chart carries only the reference; the hash is deleted when the
 * account exists or the sign-up is forgotten.
 */
import { randomUUID } from 'node:crypto'
import { statement } from '../../store/connection.ts'
import { builder, type Ddl, pick, query, readOne, type RecordParts, type Write } from '../query.ts'

interface CredentialRow {
  ref: string
  owner: string
  hash: string
  created_at: number
}

export const credentialTables = ({ integer, end }: Ddl) => `
  create table if not exists waiting_credential (
    ref text primary key, owner text not null, hash text not null, created_at ${integer} not null
  ) ${end};
  create index if not exists waiting_credential_owner on waiting_credential (owner);
`

export type Credentials = ReturnType<typeof credentials>

export function credentials({ connection, now }: Pick<RecordParts, 'connection' | 'now'>) {
  const db = builder<{ waiting_credential: CredentialRow }>(connection.dialect)
  const sql = {
    keep: query((row: CredentialRow) =>
      db.insertInto('waiting_credential').values(pick(row, 'ref', 'owner', 'hash', 'created_at')),
    ),
    read: query((p: { ref: string }) => db.selectFrom('waiting_credential').select('hash').where('ref', '=', p.ref)),
    forget: query((p: { owner: string }) => db.deleteFrom('waiting_credential').where('owner', '=', p.owner)),
  }
  return {
    /** Keeps a hash for an owner. Earlier ones of that owner stay until all are forgotten together. */
    keep(hash: string, owner: string): { ref: string; write: Write } {
      const ref = `pwd_${randomUUID()}`
      return { ref, write: statement(sql.keep({ ref, owner, hash, created_at: now() }), 'credential.exists', 1) }
    },
    /** The hash, or null when it has been forgotten. */
    read: async (ref: string): Promise<string | null> => (await readOne(connection, sql.read({ ref })))?.hash ?? null,
    /** Deletes every hash of an owner. */
    forget: (owner: string): Write => statement(sql.forget({ owner }), 'credential.kept'),
  }
}
