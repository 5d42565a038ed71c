import { describe, expect, it } from 'vitest'
import { leavesIn, movesBetween } from './state-value.ts'

describe('a state value', () => {
  it.each([
    ['idle', ['idle']],
    [{ signUp: { verifying: 'cooling' } }, ['signUp.verifying.cooling']],
    [{ open: { books: 'current', plan: {} } }, ['open.books.current', 'open.plan']],
    [{}, []],
  ])('%j is in %j', (value, leaves) => {
    expect(leavesIn(value)).toEqual(leaves)
  })

  it('says what was left and entered, of a newborn only where it is', () => {
    expect(movesBetween({ a: 'x', b: 'y' }, { a: 'z', b: 'y' })).toEqual({ left: ['a.x'], entered: ['a.z'] })
    expect(movesBetween(null, 'idle')).toEqual({ left: [], entered: ['idle'] })
    expect(movesBetween('idle', 'idle')).toEqual({ left: [], entered: [] })
  })
})
