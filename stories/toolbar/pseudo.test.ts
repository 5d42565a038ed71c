import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '../../widget/copy/en.ts'
import { enPayment } from '../../widget/copy/en.payment.ts'
import { pseudo, pseudoProblem, pseudoText } from './pseudo.ts'

const texts = Object.entries({ ...en.texts, ...enPayment })
const held = (text: string) => text.match(/\{\w+\}/g) ?? []

describe('the pseudo-locale', () => {
  it('accents and lengthens every word', () => {
    expect(pseudo('Send a new code')).toBe('Sééñd áá ñééw çöödéé')
  })

  it.each(texts)('keeps the values of %s where they are', (_, text) => {
    const forms = (one: unknown) => Object.entries(typeof one === 'string' ? { other: one } : (one as object))
    const made = forms(pseudoText(text))
    expect(made.map(([form]) => form)).toEqual(forms(text).map(([form]) => form))
    for (const [at, [, words]] of forms(text).entries()) expect(held(made[at]![1])).toEqual(held(words))
  })

  it('keeps any value anywhere, and leaves no word as short as it was', () => {
    const word = fc.stringMatching(/^[b-z]{0,6}[aeiouy][b-z]{0,6}$/)
    const value = fc.stringMatching(/^[a-zA-Z]{1,8}$/).map((name) => `{${name}}`)
    fc.assert(
      fc.property(fc.array(fc.oneof(word, value), { minLength: 1 }), (parts) => {
        const made = pseudo(parts.join(' ')).split(' ')
        parts.forEach((part, at) =>
          part.startsWith('{') ? expect(made[at]).toBe(part) : expect(made[at]!.length).toBeGreaterThan(part.length),
        )
      }),
    )
  })

  it('says all of a problem', () => {
    expect(pseudoProblem({ what: 'No.', why: 'So.', todo: 'Go.' })).toEqual({ what: 'Ñöö.', why: 'Söö.', todo: 'Göö.' })
  })
})
