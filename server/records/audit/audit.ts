/**
 * The audit log: what happened in a tenant, who wanted it, from where, and what was refused.
 *
 * Promises: what an actor does is recorded in the commit that does it. What a person asks for besides is recorded before it
 * is done, so a crash leaves `begun` and never nothing. Entries are linked to a chain per tenant after their commit, so
 * nobody waits for anybody's log; a linked entry is never written again.
 */
import { statement } from '../../store/connection.ts'
import { query, read, readOne, type RecordParts, type Write } from '../query.ts'
import { orRefuse } from '../refusal.ts'
import { auditSql, type AuditOutcome, type AuditRow, type HeadRow } from './audit-table.ts'
import { BEGINNING, chain } from './chain.ts'

/** What is recorded, but for how it ended. `body` is sealed under `keyId`. */
export interface AuditEntry {
  /** Unique, and in the order of what happened to one actor. */
  readonly id: string
  readonly tenant: string
  readonly at: number
  readonly kind: string
  readonly actor?: string
  readonly flow?: string
  readonly states?: { readonly left: readonly string[]; readonly entered: readonly string[] }
  readonly userId?: string
  readonly sealed?: Sealed
}
export interface Sealed {
  readonly keyId: string
  readonly body: Buffer
}

/** Which entries, newest first. `before` is the last one that was seen. */
export interface AuditQuery {
  readonly tenant: string
  readonly before?: { readonly at: number; readonly id: string }
  /** Their user id. */
  readonly person?: string
  readonly outcome?: 'done' | 'refused'
  /** Leaves out what happened by itself. */
  readonly byPeople?: boolean
  /** From this time on, and before that one, in milliseconds since 1970. */
  readonly since?: number
  readonly until?: number
  readonly most: number
}

export type AuditLog = ReturnType<typeof auditLog>

/** How long a call may stay without an end before it counts as broken off. */
const BROKEN_OFF_MS = 60_000
const LINKED_AT_ONCE = 500

export function auditLog({ connection, now, secret }: RecordParts) {
  const sql = auditSql(connection.dialect)
  const { link, standIn } = chain(secret)
  const add = (entry: AuditEntry, outcome: AuditOutcome): Write =>
    statement(sql.add(toRow(entry, outcome, standIn)), 'audit.kept')

  async function linkSome(): Promise<number> {
    const rows = await read(connection, sql.unlinked({ over: now() - BROKEN_OFF_MS, most: LINKED_AT_ONCE }))
    for (const [tenant, mine] of Map.groupBy(rows, (row) => row.tenant)) {
      const head = await readOne(connection, sql.head({ tenant }))
      // refused: another process linked meanwhile, and what it left is found the next time
      await connection.write(linking(tenant, mine, head))
    }
    return rows.length
  }

  function linking(tenant: string, rows: readonly AuditRow[], head: HeadRow | null): Write[] {
    const from = head?.n ?? 0
    let hash = head?.hash ?? BEGINNING
    const links = rows.map((row, index) => {
      const n = from + index + 1
      hash = link(row, n, hash)
      return statement(sql.link({ id: row.id, n, hash }), 'audit.linked', 1)
    })
    return [...links, statement(sql.moveHead({ tenant, n: from + rows.length, hash, from }), 'audit.linked', 1)]
  }

  return {
    /** To be committed with what it is about. */
    record: (entry: AuditEntry): Write => add(entry, 'done'),
    /** Writes down, durably, that something is about to be done for somebody. */
    async begin(entry: AuditEntry): Promise<void> {
      orRefuse(await connection.write([add(entry, 'begun')]), 'Cannot write to the audit log.')
    },
    /** How it ended. `sealed` takes the place of what was known at the beginning. */
    async settle(id: string, outcome: AuditOutcome, sealed: Sealed): Promise<void> {
      const row = { id, outcome, key_id: sealed.keyId, body: sealed.body.toString('base64') }
      orRefuse(await connection.write([statement(sql.settle(row), 'audit.kept')]), 'Cannot write to the audit log.')
    },
    /** Links what is not linked yet. Any number may do this at once. */
    async link(): Promise<void> {
      while ((await linkSome()) === LINKED_AT_ONCE);
    },
    count: async (tenant: string): Promise<number> =>
      Number((await readOne(connection, sql.count({ tenant })))?.count ?? 0),
    page: (wanted: AuditQuery): Promise<AuditRow[]> => read(connection, pageOf(sql, wanted, standIn)),
    head: (tenant: string): Promise<HeadRow | null> => readOne(connection, sql.head({ tenant })),
  }
}

const toRow = (
  { id, tenant, at, kind, actor, flow, states, userId, sealed }: AuditEntry,
  outcome: AuditOutcome,
  standIn: (userId: string) => string,
): Omit<AuditRow, 'n' | 'hash'> => ({
  id,
  tenant,
  at,
  kind,
  actor: actor ?? null,
  flow: flow ?? null,
  states: states ? JSON.stringify(states) : null,
  outcome,
  who: userId === undefined ? null : standIn(userId),
  key_id: sealed?.keyId ?? null,
  body: sealed?.body.toString('base64') ?? null,
})

function pageOf({ db }: ReturnType<typeof auditSql>, wanted: AuditQuery, standIn: (userId: string) => string) {
  const { tenant, before, person, outcome, byPeople = false, since, until, most } = wanted
  let rows = db.selectFrom('audit').selectAll().where('tenant', '=', tenant)
  if (before)
    rows = rows.where((row) =>
      row.or([row('at', '<', before.at), row.and([row('at', '=', before.at), row('id', '<', before.id)])]),
    )
  if (person !== undefined) rows = rows.where('who', '=', standIn(person))
  if (byPeople) rows = rows.where('who', 'is not', null)
  if (outcome === 'done') rows = rows.where('outcome', '=', 'done')
  if (outcome === 'refused') rows = rows.where('outcome', 'like', 'refused:%')
  if (since !== undefined) rows = rows.where('at', '>=', since)
  if (until !== undefined) rows = rows.where('at', '<', until)
  const newestFirst = rows.orderBy('at', 'desc').orderBy('id', 'desc').limit(most)
  return query<object, AuditRow>(() => newestFirst)({})
}
