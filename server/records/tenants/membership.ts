/**
 * Who comes into a team, goes out of it, and as what.
 *
 * Promises, each kept by the commit itself: members never exceed the seats; the last owner stays; who changes somebody
 * still has the role they were judged by, and so has whom they change; whoever goes gives their licences back. The callers
 * judge who may (`mayHandle`).
 */
import type { MemberRole } from '../../../machines/vocabulary/people.ts'
import { mayHandle } from '../../../machines/vocabulary/permissions.ts'
import { statement } from '../../store/connection.ts'
import { returnLicences } from '../licences/licence-table.ts'
import type { RecordParts, Write } from '../query.ts'
import { membershipSql } from './membership-sql.ts'
import type { Member } from './tenant-values.ts'

/** A member as whoever judged the change has seen them. */
export type Seen = Pick<Member, 'tenant' | 'userId' | 'role'>

export function membership({ connection }: Pick<RecordParts, 'connection'>) {
  const sql = membershipSql(connection.dialect)
  const licencesBack = returnLicences(connection.dialect)
  const lock = (tenant: string) => statement(sql.lock({ tenant }), 'tenant.absent', 1)
  const stillHas = ({ tenant, userId: user, role }: Seen) =>
    statement(sql.stillHas({ tenant, user, role, orRole: role }), 'conflict', 1)
  const otherOwner = ({ tenant, role }: Seen, next: MemberRole | null): Write[] =>
    role === 'owner' && next !== 'owner' ? [statement(sql.otherOwner({ tenant }), 'owner.last', 1)] : []

  return {
    /** Refused with `conflict` unless that member is there, with the role they were judged by. */
    stillAs: (by: Seen): Write[] => [lock(by.tenant), stillHas(by)],
    /** Refused with `inviter.gone` unless that member may still hand on the role. */
    stillInvites: (tenant: string, user: string, role: MemberRole): Write[] => [
      lock(tenant),
      statement(
        sql.stillHas({ tenant, user, role: 'owner', orRole: mayHandle('admin', role) ? 'admin' : 'owner' }),
        'inviter.gone',
        1,
      ),
    ],
    /** For a change of what a member has, which leaves their role alone. Refused with `conflict` as `changeRole` is. */
    stillHandles: (by: Seen, whom: Seen): Write[] => [lock(whom.tenant), stillHas(by), stillHas(whom)],
    /** Refused with `conflict` when either was changed meanwhile, and with `owner.last`. */
    changeRole: (by: Seen, whom: Seen, to: MemberRole): Write[] => [
      lock(whom.tenant),
      stillHas(by),
      ...otherOwner(whom, to),
      statement(sql.setRole({ tenant: whom.tenant, user: whom.userId, from: whom.role, to }), 'conflict', 1),
    ],
    /** Takes a member off the list, frees seat and licences; `by` is the same where they leave. Refused as `changeRole` is. */
    dismiss: (by: Seen, whom: Seen): Write[] => [
      lock(whom.tenant),
      stillHas(by),
      ...otherOwner(whom, null),
      statement(sql.drop({ tenant: whom.tenant, user: whom.userId, role: whom.role }), 'conflict', 1),
      statement(sql.freeSeat({ tenant: whom.tenant }), 'seats.kept', 1),
      ...licencesBack(whom.tenant, whom.userId),
    ],
    /** Takes a member back who never got in. Only for one who is there: the seat is freed with the row. */
    undoJoin: ({ tenant, userId: user }: Omit<Seen, 'role'>): Write[] => [
      lock(tenant),
      statement(sql.leave({ tenant, user }), 'conflict', 1),
      statement(sql.freeSeat({ tenant }), 'seats.kept', 1),
      ...licencesBack(tenant, user),
    ],
  }
}
