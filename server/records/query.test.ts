import { describe, expect, it } from 'vitest'
import { builder, ddl, pick, query } from './query.ts'

interface Row {
  id: string
  count: number
}

describe('a compiled query', () => {
  it('is filled with the values of each use, in the order of the text', () => {
    const db = builder<{ thing: Row }>('sqlite')
    const rename = query((p: { id: string; count: number }) =>
      db.updateTable('thing').set({ count: p.count }).where('id', '=', p.id),
    )
    const { sql, parameters } = rename({ id: 'a', count: 2 })
    expect(sql).toBe('update "thing" set "count" = ? where "id" = ?')
    expect(parameters).toEqual([2, 'a'])
    expect(rename({ id: 'b', count: 3 }).parameters).toEqual([3, 'b'])
  })

  it('speaks each database’s words', () => {
    const insert = (dialect: 'sqlite' | 'postgres') => {
      const db = builder<{ thing: Row }>(dialect)
      return query((row: Row) => db.insertInto('thing').values(pick(row, 'id', 'count')))({ id: 'a', count: 1 }).sql
    }
    expect(insert('sqlite')).toBe('insert into "thing" ("id", "count") values (?, ?)')
    expect(insert('postgres')).toBe('insert into "thing" ("id", "count") values ($1, $2)')
    expect(ddl('postgres')).toEqual({ integer: 'bigint', end: '' })
  })
})
