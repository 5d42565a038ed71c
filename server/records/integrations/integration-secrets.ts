/**
 * Keys of other companies, sealed under the data key of their tenant. A chart carries only the reference.
 *
 * Promises: nothing readable is stored; one secret per integration and purpose, the newer in the place of the older; gone with
 * the integration, and unreadable with the tenant's data key.
 */
import { randomUUID } from 'node:crypto'
import { statement } from '../../store/connection.ts'
import { builder, type Ddl, pick, query, readOne, type RecordParts, type Write } from '../query.ts'

interface SecretRow {
  ref: string
  owner: string
  tenant: string
  purpose: string
  /** Base64: text is the same in both databases. */
  sealed: string
}

export const integrationSecretTables = ({ end }: Ddl) => `
  create table if not exists integration_secret (
    ref text primary key, owner text not null, tenant text not null, purpose text not null, sealed text not null
  ) ${end};
  create index if not exists integration_secret_owner on integration_secret (owner);
`

/** What seals and opens, by the name of a data key. */
export interface Seal {
  /** Makes sure there is a key of that name. */
  prepare(keyId: string): Promise<void>
  /** Throws when the key was destroyed. */
  load(keyId: string): Promise<void>
  seal(keyId: string, value: unknown): Uint8Array
  open(keyId: string, sealed: Uint8Array): unknown
}

export interface NewSecret {
  /** The integration it belongs to. */
  readonly owner: string
  readonly tenant: string
  /** What it is for, e.g. `credential`. */
  readonly purpose: string
  readonly value: string
}

export type IntegrationSecrets = ReturnType<typeof integrationSecrets>

export function integrationSecrets({ connection, seal }: Pick<RecordParts, 'connection'> & { readonly seal: Seal }) {
  const sql = secretSql(connection.dialect)
  return {
    /** Seals a secret; it is kept once `writes` are committed, and then takes the place of an older one. */
    async keep({ owner, tenant, purpose, value }: NewSecret): Promise<{ ref: string; writes: Write[] }> {
      await seal.prepare(tenant)
      const ref = `sec_${randomUUID()}`
      const sealed = Buffer.from(seal.seal(tenant, value)).toString('base64')
      const writes = [
        statement(sql.drop({ owner, purpose }), 'secret.kept'),
        statement(sql.keep({ ref, owner, tenant, purpose, sealed }), 'secret.exists', 1),
      ]
      return { ref, writes }
    },
    /** The secret itself; null when it is forgotten. Throws when its tenant's key is destroyed. */
    async read(ref: string): Promise<string | null> {
      const row = await readOne(connection, sql.read({ ref }))
      if (!row) return null
      await seal.load(row.tenant)
      return String(seal.open(row.tenant, Buffer.from(row.sealed, 'base64')))
    },
    /** Deletes one purpose's. */
    drop: (owner: string, purpose: string): Write => statement(sql.drop({ owner, purpose }), 'secret.kept'),
    /** Deletes all of an integration. */
    forget: (owner: string): Write => statement(sql.forget({ owner }), 'secret.kept'),
    /** Deletes all of a tenant. */
    removeAll: (tenant: string): Write => statement(sql.removeAll({ tenant }), 'secret.kept'),
  }
}

function secretSql(dialect: RecordParts['connection']['dialect']) {
  const db = builder<{ integration_secret: SecretRow }>(dialect)
  return {
    keep: query((row: SecretRow) =>
      db.insertInto('integration_secret').values(pick(row, 'ref', 'owner', 'tenant', 'purpose', 'sealed')),
    ),
    read: query((p: { ref: string }) =>
      db.selectFrom('integration_secret').select(['tenant', 'sealed']).where('ref', '=', p.ref),
    ),
    drop: query((p: { owner: string; purpose: string }) =>
      db.deleteFrom('integration_secret').where('owner', '=', p.owner).where('purpose', '=', p.purpose),
    ),
    forget: query((p: { owner: string }) => db.deleteFrom('integration_secret').where('owner', '=', p.owner)),
    removeAll: query((p: { tenant: string }) => db.deleteFrom('integration_secret').where('tenant', '=', p.tenant)),
  }
}
