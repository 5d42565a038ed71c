/** Names of what the server says in keys. */
import type { MemberRole } from '../../machines/vocabulary/people.ts'

const roles: Record<MemberRole, string> = {
  owner: 'Owner',
  admin: 'Admin',
  billing: 'Billing',
  developer: 'Developer',
  member: 'Member',
}
export const roleName = (role: MemberRole): string => roles[role]
