/** What an export contains: each section as rows, a page at a time, so that no section is ever whole in memory. */
import type { ExportSection } from '../../../machines/export/export.types.ts'
import { meters } from '../../../machines/vocabulary/meters.ts'
import type { BilledInvoice } from '../../records/billing/billing.ts'
import type { ClosedTenants } from '../../records/billing/closed-tenants.ts'
import type { Licences } from '../../records/licences/licences.ts'
import type { Notices } from '../../records/notices/notices.ts'
import type { Member, Tenants } from '../../records/tenants/tenants.ts'
import type { Workspaces } from '../../records/workspaces/workspaces.ts'
import { type AuditLines, auditSection } from './audit-section.ts'
import { iso } from './iso-time.ts'

export type Row = Readonly<Record<string, unknown>>

export interface Section {
  readonly section: ExportSection
  /** Columns of the CSV; null for what is no table. */
  readonly columns: readonly string[] | null
  count(): Promise<number>
  /** Its rows, a page at a time. */
  pages(): AsyncGenerator<readonly Row[]>
}

export interface ContentParts {
  readonly tenants: Pick<Tenants, 'get' | 'members'>
  readonly licences: Pick<Licences, 'held'>
  readonly workspaces: Pick<Workspaces, 'limits' | 'projects' | 'usageDays'>
  readonly closedTenants: Pick<ClosedTenants, 'invoicesOf'>
  readonly notices: Pick<Notices, 'page' | 'countOf'>
  /** What the workspace is connected to. Never how. */
  readonly integrationsOf: (tenant: string) => Promise<readonly ExportedIntegration[]>
  readonly auditLog: AuditLines
  readonly now: () => number
}

/** `connectedAt`: milliseconds since 1970. */
export interface ExportedIntegration {
  readonly kind: string
  /** What the account is called there. */
  readonly account: string
  readonly connectedAt: number
}

/** More would be a tenth faster, and hold more memory than a large export may (`npm run bench`). */
const PAGE = 200

export function contentsOf(parts: ContentParts, tenant: string): Section[] {
  const { workspaces, closedTenants, notices } = parts
  const list = <Item>(
    section: ExportSection,
    columns: readonly string[],
    all: () => Promise<readonly Item[]>,
    toRow: (item: Item) => Row,
  ): Section => ({
    section,
    columns,
    count: async () => (await all()).length,
    async *pages() {
      yield (await all()).map(toRow)
    },
  })
  return [
    workspaceSection(parts, tenant),
    list('members', memberColumns, () => membersOf(parts, tenant), memberRow),
    {
      section: 'projects',
      columns: ['id', 'name', 'createdAt', 'updatedAt'],
      count: () => workspaces.projects.count(tenant),
      pages: () =>
        paged(
          (after) => workspaces.projects.page(tenant, after ?? '', PAGE),
          ({ id, name, createdAt, updatedAt }) => ({ id, name, createdAt: iso(createdAt), updatedAt: iso(updatedAt) }),
        ),
    },
    list(
      'integrations',
      ['kind', 'account', 'connectedAt'],
      () => parts.integrationsOf(tenant),
      ({ kind, account, connectedAt }) => ({ kind, account, connectedAt: iso(connectedAt) }),
    ),
    list(
      'usage',
      ['day', 'meter', 'quantity', 'unit'],
      () => workspaces.usageDays(tenant),
      ({ day, meter, quantity }) => ({ day, meter, quantity, unit: meters[meter].unit }),
    ),
    list('invoices', invoiceColumns, () => closedTenants.invoicesOf(tenant), invoiceRow),
    {
      section: 'notices',
      columns: ['template', 'data', 'createdAt', 'readAt'],
      count: () => notices.countOf(tenant),
      pages: () =>
        paged(
          (after) => notices.page(tenant, after, PAGE),
          ({ template, data, createdAt, readAt }) => ({
            template,
            data,
            createdAt: iso(createdAt),
            readAt: iso(readAt),
          }),
        ),
    },
    auditSection(parts, tenant),
  ]
}

/** One row: the workspace and what it is set to. */
function workspaceSection({ tenants, workspaces }: ContentParts, id: string): Section {
  return {
    section: 'workspace',
    columns: null,
    count: async () => 1,
    async *pages() {
      const tenant = await tenants.get(id)
      if (!tenant) return
      const { name, slug, plan, planName, seats, createdAt } = tenant
      const limits = await workspaces.limits(id)
      yield [{ id, name, slug, plan, planName, seats, createdAt: iso(createdAt), settings: { limits } }]
    },
  }
}

/** Reads page after page; each begins after the last id of the one before. */
async function* paged<Item extends { readonly id: string }>(
  page: (after: string | null) => Promise<readonly Item[]>,
  toRow: (item: Item) => Row,
): AsyncGenerator<readonly Row[]> {
  let after: string | null = null
  for (;;) {
    const items: readonly Item[] = await page(after)
    yield items.map(toRow)
    if (items.length < PAGE) return
    after = items.at(-1)!.id
  }
}

type Licensed = Member & { readonly licences: readonly string[] }

/** Each with the kinds of licence they hold. */
async function membersOf({ tenants, licences }: ContentParts, tenant: string): Promise<Licensed[]> {
  const [members, held] = await Promise.all([tenants.members(tenant), licences.held(tenant)])
  const ofUser = Map.groupBy(held, ({ userId }) => userId)
  return members.map((member) => ({ ...member, licences: (ofUser.get(member.userId) ?? []).map(({ key }) => key) }))
}

const memberColumns = ['name', 'email', 'role', 'occupation', 'joinedAt', 'licences']
const memberRow = ({ name, email, role, occupation, joinedAt, licences }: Licensed): Row => ({
  name,
  email,
  role,
  occupation,
  joinedAt: iso(joinedAt),
  licences: licences.join(' '),
})

const invoiceColumns = ['number', 'status', 'totalMinor', 'currency', 'refundedMinor', 'createdAt', 'paidAt', 'pdfUrl']
const invoiceRow = ({ number, status, total, refundedMinor, createdAt, paidAt, pdfUrl }: BilledInvoice): Row => ({
  number,
  status,
  totalMinor: total.amountMinor,
  currency: total.currency,
  refundedMinor,
  createdAt: iso(createdAt),
  paidAt: iso(paidAt),
  pdfUrl,
})
