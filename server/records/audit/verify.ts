/** Walks the chains of the audit log, and says where the first of them breaks. Writes nothing. */
import type { Connection } from '../../store/connection.ts'
import { read, readOne } from '../query.ts'
import { auditSql, type AuditRow, type HeadRow } from './audit-table.ts'
import { BEGINNING, chain } from './chain.ts'

export interface Verified {
  readonly tenant: string
  readonly entries: number
  /** The sum of the whole chain. Kept elsewhere, it proves later that nothing before it was changed. */
  readonly head: string
  readonly broken: Break | null
}
export interface Break {
  readonly n: number
  /** The entry found at that place; null when there is none. */
  readonly id: string | null
  readonly reason: 'changed' | 'missing' | 'head differs'
}

const PAGE = 1000

export interface VerifierParts {
  readonly connection: Pick<Connection, 'dialect' | 'rows'>
  readonly secret: string
}

export function auditVerifier({ connection, secret }: VerifierParts) {
  const sql = auditSql(connection.dialect)
  const { link } = chain(secret)

  async function* entries(tenant: string): AsyncGenerator<AuditRow> {
    for (let after = 0; ; ) {
      const rows = await read(connection, sql.chain({ tenant, after, most: PAGE }))
      yield* rows
      if (rows.length < PAGE) return
      after = rows.at(-1)!.n!
    }
  }

  async function verify({ tenant, n: length, hash: head }: HeadRow): Promise<Verified> {
    let n = 0
    let before = BEGINNING
    const broken = (id: string | null, reason: Break['reason']): Verified => ({
      tenant,
      entries: n,
      head: before,
      broken: { n: n + 1, id, reason },
    })
    for await (const row of entries(tenant)) {
      if (row.n !== n + 1) return broken(null, 'missing')
      if (row.hash !== link(row, row.n, before)) return broken(row.id, 'changed')
      n++
      before = row.hash
    }
    if (n < length) return broken(null, 'missing')
    if (n > length || before !== head) return { tenant, entries: n, head: before, broken: headDiffers(n) }
    return { tenant, entries: n, head: before, broken: null }
  }
  const headDiffers = (n: number): Break => ({ n, id: null, reason: 'head differs' })

  async function* heads(): AsyncGenerator<HeadRow> {
    for (let after = ''; ; ) {
      const found = await read(connection, sql.heads({ after, most: PAGE }))
      yield* found
      if (found.length < PAGE) return
      after = found.at(-1)!.tenant
    }
  }

  return {
    /** Every tenant's chain, in turn. */
    async *all(): AsyncGenerator<Verified> {
      for await (const head of heads()) yield await verify(head)
    },
    /** One tenant's; null when nothing of it was linked yet. */
    async of(tenant: string): Promise<Verified | null> {
      const head = await readOne(connection, sql.head({ tenant }))
      return head && verify(head)
    },
  }
}
