/** Requests of a workspace, counted per day and limited per month, both in UTC. */
import { Refusal } from '../refusal.ts'
import { limitsOf } from './limits.ts'
import type { WorkspaceDatabase, WorkspaceFiles } from './workspace-file.ts'

/** `day` as 2026-11-23. */
export interface DayUsage {
  readonly day: string
  readonly requests: number
}
export interface MonthUsage {
  readonly days: readonly DayUsage[]
  readonly total: number
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

export function usage({ open }: Pick<WorkspaceFiles, 'open'>) {
  return {
    /**
     * Counts one request at `at` (milliseconds since 1970) and answers with how many the month had so far.
     * Throws `requests.exhausted`, counting nothing, when the month's are used up.
     */
    async countRequest(tenant: string, at: number): Promise<number> {
      const db = open(tenant)
      const day = dayOf(at)
      return withoutWaiting(db, () => {
        const used = totalOf(db, day.slice(0, 7))
        const most = limitsOf(db).requestsPerMonth
        if (used >= most) throw new Refusal('requests.exhausted', `${tenant} has used its ${most} requests.`)
        db.prepare(
          'insert into usage (day, requests) values (?, 1) on conflict (day) do update set requests = requests + 1',
        ).run(day)
        return used + 1
      })
    },

    /** Every day with a request there ever was, oldest first. A year is 365 rows. */
    usageDays: async (tenant: string): Promise<DayUsage[]> =>
      open(tenant).prepare<[], DayUsage>('select day, requests from usage order by day').all(),

    /** `month` as 2026-11. Days without a request are left out. */
    async usage(tenant: string, month: string): Promise<MonthUsage> {
      const days = open(tenant)
        .prepare<[string], DayUsage>(`select day, requests from usage where day like ? || '-%' order by day`)
        .all(month)
      return { days, total: days.reduce((sum, { requests }) => sum + requests, 0) }
    },
  }
}

const totalOf = (db: WorkspaceDatabase, month: string): number =>
  db
    .prepare<[string, string], { total: number }>(
      'select coalesce(sum(requests), 0) as total from usage where day between ? and ?',
    )
    .get(`${month}-01`, `${month}-31`)!.total

/**
 * A count need not wait for the disk: a power cut may lose the last few, a crash of the process loses none, and an
 * fsync per request would cost the customer more than that.
 */
function withoutWaiting<T>(db: WorkspaceDatabase, work: () => T): T {
  db.pragma('synchronous = NORMAL')
  try {
    return db.transaction(work).immediate()
  } finally {
    db.pragma('synchronous = FULL')
  }
}
