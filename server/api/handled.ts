/** A member whom another may change, and what a team refuses in words. */
import { mayHandle } from '../../machines/vocabulary/permissions.ts'
import type { Member } from '../records/tenants/tenants.ts'
import { insufficient, mustBeAble } from './flow-access.ts'
import type { ApiPorts } from './ports.ts'
import { Problem } from './trpc.ts'

/** Whom this member may change or remove. Throws `role.insufficient` and `member.absent`. */
export async function handled({ tenants }: Pick<ApiPorts, 'tenants'>, by: Member, whose: string): Promise<Member> {
  mustBeAble(by, 'members.manage')
  const whom = await tenants.memberOf(by.tenant, whose)
  if (!whom) throw refused('member.absent')
  if (!mayHandle(by.role, whom.role)) throw insufficient()
  return whom
}

const messages: Readonly<Record<string, string>> = {
  'member.absent': 'This person is not in the team.',
  'owner.last': 'A workspace keeps at least one owner. Make somebody else an owner first.',
  conflict: 'Somebody changed this team meanwhile. Look at it again.',
  'licence.none': 'Every licence of this kind is given. Take one back from somebody first, or choose a larger plan.',
  'licence.held': 'This person holds a licence of this kind already.',
  'licence.absent': 'This person holds no licence of this kind.',
  'licence.unknown': 'The workspace’s plan has no licence of this kind.',
}
export const refused = (code: string) =>
  new Problem('CONFLICT', code, messages[code] ?? `The team does not allow this: ${code}.`)
