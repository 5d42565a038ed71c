/** Names of roles, and what each may do, in a line. */
import type { MemberRole } from '../../machines/vocabulary/people.ts'

const roles: Record<MemberRole, { name: string; may: string }> = {
  owner: { name: 'Owner', may: 'Everything, closing the workspace included' },
  admin: { name: 'Admin', may: 'Everything but closing the workspace' },
  billing: { name: 'Billing', may: 'Plan, seats, card and invoices' },
  developer: { name: 'Developer', may: 'Projects and API keys' },
  member: { name: 'Member', may: 'Looks at projects, changes none' },
}

export const roleName = (role: MemberRole): string => roles[role].name
export const roleMay = (role: MemberRole): string => roles[role].may
