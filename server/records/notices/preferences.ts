/**
 * What somebody has switched off, per workspace, class and way. Only what is off stands here: a class nobody has decided
 * about comes.
 *
 * Promise: a mandatory class cannot be switched off; there is no way to say so in this file's types.
 */
import type { Channel, OptionalClass } from '../../../machines/vocabulary/notices.ts'
import { statement } from '../../store/connection.ts'
import { builder, type Ddl, pick, query, read, readOne, type RecordParts, type Write } from '../query.ts'

export interface OffRow {
  tenant: string
  user_id: string
  class: string
  channel: string
  at: number
}

/** Whose choice it is: a member's in one workspace, or an address's (see `outbox`). */
export interface Reader {
  readonly tenant: string
  readonly user: string
}

export const preferenceTables = ({ integer, end }: Ddl) => `
  create table if not exists notice_off (
    tenant text not null, user_id text not null, class text not null, channel text not null, at ${integer} not null,
    primary key (tenant, user_id, class, channel)
  ) ${end};
`

export type Preferences = ReturnType<typeof preferences>

export function preferences({ connection, now }: Pick<RecordParts, 'connection' | 'now'>) {
  const db = builder<{ notice_off: OffRow }>(connection.dialect)
  const offOf = (p: Reader) => db.selectFrom('notice_off').where('tenant', '=', p.tenant).where('user_id', '=', p.user)
  const gone = (p: Reader) => db.deleteFrom('notice_off').where('tenant', '=', p.tenant).where('user_id', '=', p.user)
  const sql = {
    offOf: query((p: Reader) => offOf(p).select(['class', 'channel'])),
    isOff: query((p: Reader & { class: string; channel: string }) =>
      offOf(p).select('at').where('class', '=', p.class).where('channel', '=', p.channel),
    ),
    off: query((row: OffRow) =>
      db
        .insertInto('notice_off')
        .values(pick(row, 'tenant', 'user_id', 'class', 'channel', 'at'))
        .onConflict((conflict) => conflict.columns(['tenant', 'user_id', 'class', 'channel']).doNothing()),
    ),
    on: query((p: Reader & { class: string; channel: string }) =>
      gone(p).where('class', '=', p.class).where('channel', '=', p.channel),
    ),
    forget: query((p: Reader) => gone(p)),
    removeAll: query((p: { tenant: string }) => db.deleteFrom('notice_off').where('tenant', '=', p.tenant)),
  }
  return {
    async wants({ tenant, user }: Reader, about: OptionalClass, channel: Channel): Promise<boolean> {
      return (await readOne(connection, sql.isOff({ tenant, user, class: about, channel }))) === null
    },
    /** What is off, as pairs of class and way. */
    offOf: ({ tenant, user }: Reader): Promise<{ class: string; channel: string }[]> =>
      read(connection, sql.offOf({ tenant, user })),
    /** Safe to repeat. */
    set({ tenant, user }: Reader, about: OptionalClass, channel: Channel, wanted: boolean): Write {
      const written = wanted
        ? sql.on({ tenant, user, class: about, channel })
        : sql.off({ tenant, user_id: user, class: about, channel, at: now() })
      return statement(written, 'preference.kept')
    },
    /** Forgets what somebody decided in a workspace. */
    forget: ({ tenant, user }: Reader): Write => statement(sql.forget({ tenant, user }), 'preference.kept'),
    /** Forgets what anybody decided in a workspace. */
    removeAll: (tenant: string): Write => statement(sql.removeAll({ tenant }), 'preference.kept'),
  }
}
