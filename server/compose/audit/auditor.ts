/** The audit log as the API uses it: entries are sealed under the tenant's key when they are written, and opened to be read. */
import type { About, AuditedBy, AuditedCall, AuditLine, Auditor } from '../../api/auditor.ts'
import { KeyDestroyed, type Sealer } from '../../engine/seal.ts'
import type { AuditEntry, AuditLog } from '../../records/audit/audit.ts'
import type { AuditOutcome, AuditRow } from '../../records/audit/audit-table.ts'
import type { Verified } from '../../records/audit/verify.ts'

export interface AuditorParts {
  readonly log: AuditLog
  readonly verifier: { of(tenant: string): Promise<Verified | null> }
  readonly sealer: Pick<Sealer, 'prepare' | 'load' | 'seal' | 'open'>
  readonly now: () => number
  /** There is something to be linked. */
  readonly recorded: () => void
}
interface Body {
  readonly by: AuditedBy
  readonly about?: About
}

const PAGE = 50

/** `lines` reads a whole log, oldest page last, for the export. */
export type FullAuditor = ReturnType<typeof auditor>

export function auditor({ log, verifier, sealer, now, recorded }: AuditorParts) {
  const sealed = (tenant: string, body: Body) => ({ keyId: tenant, body: sealer.seal(tenant, body) })
  const entryOf = ({ tenant, kind, by }: AuditedCall): AuditEntry => ({
    id: `call/${crypto.randomUUID()}`,
    tenant,
    at: now(),
    kind,
    userId: by.userId,
    sealed: sealed(tenant, { by }),
  })

  const begin: Auditor['begin'] = async (call) => {
    await sealer.prepare(call.tenant)
    const entry = entryOf(call)
    await log.begin(entry)
    recorded()
    return async (outcome, about) => {
      const ended: AuditOutcome = typeof outcome === 'string' ? outcome : `refused:${outcome.refused}`
      // what the call itself erased takes no more words
      await log.settle(
        entry.id,
        ended,
        sealedOr(entry, () => sealed(call.tenant, { by: call.by, about })),
      )
    }
  }

  async function opened(row: AuditRow): Promise<AuditLine> {
    const body = await bodyOf(sealer, row)
    const [outcome, code = null] = row.outcome.split(/:(.*)/s) as [AuditLine['outcome'], string?]
    const { left = [], entered = [] } = row.states === null ? {} : (JSON.parse(row.states) as Partial<AuditLine>)
    const { id, at, kind, flow, n } = row
    return { id, at, kind, flow, outcome, code, left, entered, by: body?.by ?? null, about: body?.about ?? {}, n }
  }

  const list: Auditor['list'] = async (filter) => {
    const rows = await log.page({ ...filter, most: PAGE + 1 })
    return { entries: await Promise.all(rows.slice(0, PAGE).map(opened)), more: rows.length > PAGE }
  }

  return {
    begin,
    async refused(call, code, about) {
      const end = await begin(call)
      await end({ refused: code }, about)
    },
    list,
    async verify(tenant) {
      await log.link()
      const found = await verifier.of(tenant)
      return { entries: found?.entries ?? 0, head: found?.head ?? null, broken: found?.broken ?? null }
    },
    /** A whole log, newest first, a page at a time. */
    async *pages(tenant: string, until: number): AsyncGenerator<readonly AuditLine[]> {
      let before: AuditLine | undefined
      for (;;) {
        const { entries, more } = await list({ tenant, until, ...(before && { before }) })
        yield entries
        if (!more) return
        before = entries.at(-1)!
      }
    },
    count: (tenant: string): Promise<number> => log.count(tenant),
  } satisfies Auditor & Record<string, unknown>
}

function sealedOr(entry: AuditEntry, seal: () => NonNullable<AuditEntry['sealed']>) {
  try {
    return seal()
  } catch (error) {
    if (error instanceof KeyDestroyed) return entry.sealed!
    throw error
  }
}

/** Null for what happened by itself, and for what was erased. */
async function bodyOf(sealer: AuditorParts['sealer'], { key_id, body }: AuditRow): Promise<Body | null> {
  if (key_id === null || body === null) return null
  try {
    await sealer.load(key_id)
    return sealer.open(key_id, Buffer.from(body, 'base64')) as Body
  } catch (error) {
    if (error instanceof KeyDestroyed) return null
    throw error
  }
}
