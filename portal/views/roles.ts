/** Names of roles, and what each may do, in a line. */
import { memberRoles, type MemberRole } from '../../machines/vocabulary/people.ts'

const roles: Record<MemberRole, { name: string; may: string }> = {
  owner: { name: 'Owner', may: 'Everything, closing the workspace included' },
  admin: { name: 'Admin', may: 'Everything but closing the workspace' },
  billing: { name: 'Billing', may: 'Plan, seats, card and invoices' },
  developer: { name: 'Developer', may: 'Projects and API keys' },
  member: { name: 'Member', may: 'Looks at projects, changes none' },
}

export const roleName = (role: MemberRole): string => roles[role].name
export const roleMay = (role: MemberRole): string => roles[role].may

const many: Record<MemberRole, string> = {
  owner: 'owners',
  admin: 'admins',
  billing: 'billing members',
  developer: 'developers',
  member: 'members',
}

/** Those who have one of some roles, at the beginning of a sentence: "Owners, admins and developers". */
export function rolesInWords(some: readonly MemberRole[]): string {
  const words = new Intl.ListFormat('en-GB').format(some.map((role) => many[role]))
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Whether a word, e.g. of an old record, is still a role. */
export const isMemberRole = (word: string): word is MemberRole => (memberRoles as readonly string[]).includes(word)
