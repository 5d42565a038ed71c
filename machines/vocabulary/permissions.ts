/** What a role may do in a workspace: one table, asked by the API, the charts' policies and the portal alike. */
import type { MemberRole } from './people.ts'

export const permissions = [
  /** Create, rename and delete projects. */
  'projects.write',
  'apiKey.manage',
  /** See who is in the workspace: everybody may, so that nobody works with strangers. */
  'members.read',
  /** Invite, change roles, remove; never above one's own role. */
  'members.manage',
  'billing.read',
  /** Change plan, seats and card. */
  'billing.manage',
  /** Name and address of the workspace, integrations. */
  'workspace.manage',
  'audit.read',
  /** Take everything out. */
  'data.export',
  /** Leave Tenure, with everything. */
  'account.close',
] as const
export type Permission = (typeof permissions)[number]

const table: Readonly<Record<MemberRole, readonly Permission[]>> = {
  owner: permissions,
  admin: permissions.filter((permission) => permission !== 'account.close'),
  billing: ['members.read', 'billing.read', 'billing.manage'],
  developer: ['projects.write', 'apiKey.manage', 'members.read'],
  member: ['members.read'],
}

export const may = (role: MemberRole, permission: Permission): boolean => table[role].includes(permission)

/** Roles in the order of what they may hand on. Those of one height may all be given by whoever stands above them. */
const heights: Readonly<Record<MemberRole, number>> = { owner: 3, admin: 2, billing: 1, developer: 1, member: 1 }

/**
 * The one rule about whose role may be given or taken by whom: one who manages members, and nobody above themselves. It
 * is asked for invitations, for changes and for removals.
 */
export const mayHandle = (own: MemberRole, role: MemberRole): boolean =>
  may(own, 'members.manage') && heights[role] <= heights[own]
