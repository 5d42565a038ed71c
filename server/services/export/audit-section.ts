/** The audit log in an export: every entry, newest first, with who asked and from where. */
import type { Row, Section } from './contents.ts'
import { iso } from './iso-time.ts'

/** A tenant's audit log, newest first, as the export needs it. */
export interface AuditLines {
  count(tenant: string): Promise<number>
  /** Those written before `until`, in milliseconds since 1970, a page at a time. */
  pages(tenant: string, until: number): AsyncGenerator<readonly AuditLine[]>
}
export interface AuditLine {
  readonly n: number | null
  readonly at: number
  readonly kind: string
  readonly flow: string | null
  readonly outcome: string
  readonly code: string | null
  readonly left: readonly string[]
  readonly entered: readonly string[]
  readonly by: { readonly name: string; readonly role: string; readonly from: { readonly address: string } } | null
  readonly about: { readonly what?: string; readonly before?: string; readonly after?: string }
}

interface AuditParts {
  readonly auditLog: AuditLines
  readonly now: () => number
}

/** Not what is recorded while it is read: the log of an export would otherwise follow its own tail. */
export function auditSection({ auditLog, now }: AuditParts, tenant: string): Section {
  return {
    section: 'audit',
    columns: auditColumns,
    count: () => auditLog.count(tenant),
    async *pages() {
      for await (const lines of auditLog.pages(tenant, now())) yield lines.map(auditRow)
    },
  }
}

const auditColumns = [
  ...['number', 'at', 'kind', 'flow', 'outcome', 'code', 'left', 'entered'],
  ...['person', 'role', 'address', 'what', 'before', 'after'],
]
const auditRow = ({ n, at, by, about, left, entered, kind, flow, outcome, code }: AuditLine): Row => ({
  number: n,
  at: iso(at),
  kind,
  flow,
  outcome,
  code,
  left: left.join(' '),
  entered: entered.join(' '),
  person: by?.name ?? null,
  role: by?.role ?? null,
  address: by?.from.address ?? null,
  what: about.what ?? null,
  before: about.before ?? null,
  after: about.after ?? null,
})
