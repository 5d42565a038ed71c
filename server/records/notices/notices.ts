/** What a workspace tells its people inside the portal. Each notice has a key, so a repeated effect tells it once. */
import { type AppTemplate, appClasses, isOptional } from '../../../machines/vocabulary/notices.ts'
import { statement } from '../../store/connection.ts'
import { builder, type Ddl, type Dialect, pick, query, read, readOne, type RecordParts, type Write } from '../query.ts'
import { orRefuse } from '../refusal.ts'
import type { OffRow } from './preferences.ts'

interface NoticeRow {
  key: string
  tenant: string
  user_id: string
  template: string
  data: string
  created_at: number
  read_at: number | null
  /** 1: its reader had switched its class off; it stands here and is not shown. */
  suppressed: number
}
export interface Notice {
  readonly id: string
  /** Names the wording in the copy catalogue. */
  readonly template: string
  /** What the wording is filled with. */
  readonly data: Readonly<Record<string, string>>
  readonly createdAt: number
  readonly readAt: number | null
}
export interface NewNotice {
  readonly tenant: string
  readonly user: string
  readonly template: AppTemplate
  /** What it is about: with tenant, template and recipient it makes the notice's key. */
  readonly subject: string
  readonly data: Readonly<Record<string, string>>
}

export const noticeTables = ({ integer, end }: Ddl) => `
  create table if not exists notice (
    key text primary key, tenant text not null, user_id text not null, template text not null, data text not null,
    created_at ${integer} not null, read_at ${integer}, suppressed integer not null
  ) ${end};
  create index if not exists notice_reader on notice (tenant, user_id, created_at);
`

const keyOf = ({ tenant, template, subject, user }: NewNotice) => JSON.stringify([tenant, template, subject, user])

export type Notices = ReturnType<typeof notices>

export function notices({ connection, now }: Pick<RecordParts, 'connection' | 'now'>) {
  const sql = noticeSql(connection.dialect)
  return {
    /** Tells somebody something, once. What they have switched off is written down and not shown. */
    add(notice: NewNotice): Write {
      const { tenant, user, template, data } = notice
      const about = appClasses[template]
      const told = { key: keyOf(notice), tenant, user_id: user, template, data: JSON.stringify(data) }
      const row = { ...told, created_at: now(), read_at: null, suppressed: 0 }
      return statement(isOptional(about) ? sql.addIfWanted({ ...row, class: about }) : sql.add(row), 'notice.exists')
    },
    /** Takes a notice back, read or not. */
    remove: (notice: Omit<NewNotice, 'data'>): Write =>
      statement(sql.remove({ key: keyOf({ ...notice, data: {} }) }), 'notice.kept'),
    /** Everything a tenant was told, deleted. */
    removeAll: (tenant: string): Write => statement(sql.removeAll({ tenant }), 'notice.kept'),
    /** Everything a tenant was told, a page at a time: those after `after`, null from the beginning. */
    page: async (tenant: string, after: string | null, most: number): Promise<Notice[]> =>
      (await read(connection, sql.page({ tenant, after: after ?? '', most }))).map(toNotice),
    countOf: async (tenant: string): Promise<number> =>
      Number((await readOne(connection, sql.countOf({ tenant })))?.count ?? 0),
    /** The newest hundred, newest first. */
    list: async (tenant: string, user: string): Promise<Notice[]> =>
      (await read(connection, sql.list({ tenant, user }))).map(toNotice),
    unread: async (tenant: string, user: string): Promise<number> =>
      Number((await readOne(connection, sql.unread({ tenant, user })))?.count ?? 0),
    /** Marks notices as read. Those that are another's, or read already, stay as they are. */
    async markRead(tenant: string, user: string, ids: readonly string[]): Promise<void> {
      const at = now()
      const marks = ids.map((key) => statement(sql.markRead({ tenant, user, key, at }), 'notice.kept'))
      orRefuse(await connection.write(marks), `Cannot mark notices of ${user} as read.`)
    },
  }
}

function noticeSql(dialect: Dialect) {
  const db = builder<{ notice: NoticeRow; notice_off: OffRow }>(dialect)
  const told = (row: NoticeRow) => pick(row, 'key', 'tenant', 'user_id', 'template', 'data', 'created_at')
  const shown = () => db.selectFrom('notice').where('suppressed', '=', 0)
  const mine = (p: { tenant: string; user: string }) =>
    shown().where('tenant', '=', p.tenant).where('user_id', '=', p.user)
  return {
    add: query((row: NoticeRow) =>
      db
        .insertInto('notice')
        .values({ ...told(row), suppressed: 0 })
        .onConflict((conflict) => conflict.column('key').doNothing()),
    ),
    // decided in the commit itself, by what its reader has switched off then
    addIfWanted: query((row: NoticeRow & { class: string }) =>
      db
        .insertInto('notice')
        .values({
          ...told(row),
          suppressed: db
            .selectFrom('notice_off')
            .select(({ fn }) => fn.countAll<number>().as('off'))
            .where('tenant', '=', row.tenant)
            .where('user_id', '=', row.user_id)
            .where('class', '=', row.class)
            .where('channel', '=', 'app'),
        })
        .onConflict((conflict) => conflict.column('key').doNothing()),
    ),
    remove: query((p: { key: string }) => db.deleteFrom('notice').where('key', '=', p.key)),
    removeAll: query((p: { tenant: string }) => db.deleteFrom('notice').where('tenant', '=', p.tenant)),
    page: query((p: { tenant: string; after: string; most: number }) =>
      shown().selectAll().where('tenant', '=', p.tenant).where('key', '>', p.after).orderBy('key').limit(p.most),
    ),
    countOf: query((p: { tenant: string }) =>
      shown()
        .where('tenant', '=', p.tenant)
        .select((row) => row.fn.countAll().as('count')),
    ),
    list: query((p: { tenant: string; user: string }) => mine(p).selectAll().orderBy('created_at', 'desc').limit(100)),
    unread: query((p: { tenant: string; user: string }) =>
      mine(p)
        .where('read_at', 'is', null)
        .select((row) => row.fn.countAll().as('count')),
    ),
    markRead: query((p: { tenant: string; user: string; key: string; at: number }) =>
      db
        .updateTable('notice')
        .set({ read_at: p.at })
        .where('key', '=', p.key)
        .where('tenant', '=', p.tenant)
        .where('user_id', '=', p.user)
        .where('read_at', 'is', null),
    ),
  }
}

const toNotice = ({ key, template, data, created_at, read_at }: NoticeRow): Notice => ({
  id: key,
  template,
  data: JSON.parse(data) as Notice['data'],
  createdAt: created_at,
  readAt: read_at,
})
