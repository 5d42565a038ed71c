import { describe, expect, it } from 'vitest'
import { addressSchema, nameSchema } from './people.ts'

const name = nameSchema('name.missing')
const refusal = (text: string) => name.safeParse(text).error?.issues[0]?.message

describe('a name', () => {
  it.each([
    'Mara Lindqvist',
    "O'Neill & Søns",
    '<img src=x onerror=alert(1)>',
    'شركة الأمل',
    '山田太郎',
    'J'.repeat(80),
  ])('may be %s', (text) => expect(name.parse(` ${text} `)).toBe(text))

  it.each([
    ['', 'name.missing'],
    ['   ', 'name.missing'],
    ['J'.repeat(81), 'name.tooLong'],
    ['two\nlines', 'name.unreadable'],
    ['two\u2028lines', 'name.unreadable'],
    ['turned \u202eround', 'name.unreadable'],
    ['isolated \u2067without end', 'name.unreadable'],
  ])('may not be %j', (text, code) => expect(refusal(text)).toBe(code))
})

it('reads an address as it is compared: trimmed, in lower case', () => {
  expect(addressSchema.parse(' Mara@Fernhill.Studio ')).toBe('mara@fernhill.studio')
})
