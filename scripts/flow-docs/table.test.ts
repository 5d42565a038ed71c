import { describe, expect, it } from 'vitest'
import { code, plain, table } from './table.ts'

describe('a cell', () => {
  it.each([
    ['a | b', 'a \\| b'],
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['[x](y) *z* `c`', '\\[x\\](y) \\*z\\* \\`c\\`'],
    ['two\nlines', 'two lines'],
  ])('of %j is %j', (text, cell) => {
    expect(plain(text)).toBe(cell)
  })

  it('of code keeps its bars from ending it', () => {
    expect(code('a|b`c')).toBe('`a\\|b c`')
    expect(code('')).toBe('')
  })
})

describe('a table', () => {
  it('is not there without rows', () => {
    expect(table('T', ['A'], [])).toEqual([])
  })

  it('has as many cells in each row as heads', () => {
    expect(table('T', ['A', 'B'], [['1', '2']])).toEqual(['## T', '', '| A | B |', '| --- | --- |', '| 1 | 2 |', ''])
  })
})
