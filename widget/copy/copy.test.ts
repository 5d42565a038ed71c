import { describe, expect, it } from 'vitest'
import { makeCopy, type ProblemCode } from './copy.ts'
import { enPayment } from './en.payment.ts'
import { en } from './en.ts'
import { copy } from './later.ts'

describe('copy', () => {
  it('fills values into a text and leaves the others for elements', () => {
    const made = makeCopy('en', { hello: 'Hello {name}, until {time}' }, { unknown: copy.problem('unknown') })
    expect(made.text('hello', { name: 'Mara' })).toBe('Hello Mara, until {time}')
  })

  it.each([
    [1, '1 try left.'],
    [3, '3 tries left.'],
  ])('chooses the plural form for %d', (count, words) => {
    expect(copy.text('code.tries', { count })).toBe(words)
  })

  it('reads a code without words as the unknown problem', () => {
    expect(copy.problem('made.up' as ProblemCode)).toEqual(en.problems.unknown)
  })

  it.each(Object.entries(en.problems))('says what, why and what to do about %s', (_, { what, why, todo }) => {
    for (const sentence of [what, why, todo]) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })

  it('never shouts, apologises or puts off', () => {
    expect(JSON.stringify([en, enPayment])).not.toMatch(/!|\boops\b|\bsorry\b|try again later/i)
  })
})
