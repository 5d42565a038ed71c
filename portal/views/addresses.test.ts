import { describe, expect, it } from 'vitest'
import { addressesIn, looksRight } from './addresses.ts'

describe('addresses that are typed or pasted', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['ana@b.example', ['ana@b.example']],
    ['Ana@b.example, ben@b.example;\ncem@b.example', ['ana@b.example', 'ben@b.example', 'cem@b.example']],
    ['<ana@b.example> ana@b.example', ['ana@b.example']],
  ])('%j are %j', (text, addresses) => expect(addressesIn(text)).toEqual(addresses))

  it.each([
    ['ana@b.example', true],
    ['ana@b', false],
    ['ana', false],
    ['@b.example', false],
  ])('%j looks right: %j', (address, right) => expect(looksRight(address)).toBe(right))
})
