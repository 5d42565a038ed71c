/**
 * Workspaces: one database per tenant, with its projects, limits and usage.
 *
 * Everything throws `workspace.absent` for a tenant that has none, and for what is no tenant's id. Calls answer with
 * promises although the file answers at once, because a workspace may one day be far away.
 */
import type { Limits } from '../../../machines/vocabulary/plans.ts'
import { admitTo, expelFrom, letsIn } from './access.ts'
import { dropLimitsOf, hasLimits, limitsOf, setLimitsOf } from './limits.ts'
import { projects } from './projects.ts'
import { usage } from './usage.ts'
import { workspaceFiles } from './workspace-file.ts'

export type { Project } from './projects.ts'
export type { DayUsage, MonthUsage } from './usage.ts'

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
    setLimits: async (tenant: string, limits: Limits): Promise<void> => setLimitsOf(files.open(tenant), limits),
    dropLimits: async (tenant: string): Promise<void> => dropLimitsOf(files.open(tenant)),

    /** Lets somebody in, and out again. Both are safe to repeat. */
    admit: async (tenant: string, user: string): Promise<void> => admitTo(files.open(tenant), user, now()),
    expel: async (tenant: string, user: string): Promise<void> => expelFrom(files.open(tenant), user),
    /** Whether the workspace lets somebody in. */
    letsIn: async (tenant: string, user: string): Promise<boolean> => letsIn(files.open(tenant), user),

    projects: projects(files, now),
    ...usage(files),
    /** What the workspace takes on disk, in bytes. */
    storageBytes: async (tenant: string): Promise<number> => files.sizeBytes(tenant),
    close: (): void => files.close(),
  }
}
