/** Names of what the server says in keys. */
export { roleName } from '../views/roles.ts'
