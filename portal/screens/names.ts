/** Names of what the server says in keys. */
import { memberRoles } from '../../machines/vocabulary/people.ts'
import { may, type Permission } from '../../machines/vocabulary/permissions.ts'
import { rolesInWords } from '../views/roles.ts'

export { roleName } from '../views/roles.ts'

/** Whose roles have a permission: "Owners and admins". */
export const whoMay = (permission: Permission): string =>
  rolesInWords(memberRoles.filter((role) => may(role, permission)))
