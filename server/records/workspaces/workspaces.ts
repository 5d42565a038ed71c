/**
 * Workspaces: one database per tenant, with its projects, limits and usage.
 *
 * Everything throws `workspace.absent` for a tenant that has none, and for what is no tenant's id. Calls answer with
 * promises although the file answers at once, because a workspace may one day be far away.
 */
import type { LicenceKind, Limits } from '../../../machines/vocabulary/plans.ts'
import { admitTo, expelFrom, letsIn } from './access.ts'
import { compareAnew } from './crossings.ts'
import { giveLicence, hasLicence, licencesIn, setLicenceKinds, takeLicence, type WorkspaceLicence } from './licences.ts'
import { dropLimitsOf, hasLimits, limitsOf, setLimitsOf } from './limits.ts'
import { monthOf } from './meter-days.ts'
import { projects } from './projects.ts'
import { usage } from './usage.ts'
import { workspaceFiles } from './workspace-file.ts'

export type { Project } from './projects.ts'
export type { WorkspaceLicence } from './licences.ts'
export type { MeterDay } from './meter-days.ts'
export type { RecordResult, UsageRecord } from './ingest.ts'
export type { Counted, MeterMonth, MeterState, Recorded } from './usage.ts'

export interface WorkspaceParts {
  /** Holds one folder per tenant. */
  readonly folder: string
  readonly now: () => number
}

export type Workspaces = ReturnType<typeof workspaces>

export function workspaces({ folder, now }: WorkspaceParts) {
  const files = workspaceFiles(folder)
  return {
    /** Makes the workspace, or completes one that was begun. */
    create: async (tenant: string): Promise<void> => files.create(tenant),
    exists: async (tenant: string): Promise<boolean> => files.exists(tenant),
    /** Whether it is there, complete and readable. */
    isSound: async (tenant: string): Promise<boolean> => files.isSound(tenant),
    /** Deletes it with everything in it. One that is gone stays gone. */
    remove: async (tenant: string): Promise<void> => files.remove(tenant),

    /** Throws `limits.absent` before any were set. */
    limits: async (tenant: string): Promise<Limits> => limitsOf(files.open(tenant)),
    hasLimits: async (tenant: string): Promise<boolean> => hasLimits(files.open(tenant)),
    /** With the limits change the shares of them that are used; those now reached are noted. */
    async setLimits(tenant: string, limits: Limits): Promise<void> {
      const db = files.open(tenant)
      const set = db.transaction(() => {
        setLimitsOf(db, limits)
        compareAnew(db, monthOf(now()), limits, now())
      })
      set.immediate()
    },
    dropLimits: async (tenant: string): Promise<void> => dropLimitsOf(files.open(tenant)),

    /** Lets somebody in, and out again. Both are safe to repeat. */
    admit: async (tenant: string, user: string): Promise<void> => admitTo(files.open(tenant), user, now()),
    expel: async (tenant: string, user: string): Promise<void> => expelFrom(files.open(tenant), user),
    /** Whether the workspace lets somebody in. */
    letsIn: async (tenant: string, user: string): Promise<boolean> => letsIn(files.open(tenant), user),

    /** The kinds of licence there are, as the plan has them. Who holds one keeps it. Setting them again is setting them. */
    setLicences: async (tenant: string, kinds: readonly LicenceKind[]): Promise<void> =>
      setLicenceKinds(files.open(tenant), kinds),
    /** Each kind with who holds one, so that the product can ask whom it may let do what. */
    licences: async (tenant: string): Promise<WorkspaceLicence[]> => licencesIn(files.open(tenant)),
    /** Gives somebody a licence, and takes it back. Both are safe to repeat. */
    giveLicence: async (tenant: string, key: string, member: { id: string; email: string }): Promise<void> =>
      giveLicence(files.open(tenant), key, member, now()),
    takeLicence: async (tenant: string, key: string, user: string): Promise<void> =>
      takeLicence(files.open(tenant), key, user),
    hasLicence: async (tenant: string, key: string, user: string): Promise<boolean> =>
      hasLicence(files.open(tenant), key, user),

    projects: projects(files, now),
    ...usage(files),
    close: (): void => files.close(),
  }
}
