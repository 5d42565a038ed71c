import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FromLoader, readFromLoader } from './protocol.ts'

const good: FromLoader = { type: 'appearance', theme: 'dark', variables: { '--tenure-accent': '#4b3fd6' } }

describe('a message from the page around the frame', () => {
  it.each(['light', 'dark', 'auto'])('dresses the frame: %s', (theme) => {
    expect(readFromLoader({ ...good, theme })).toEqual({ ...good, theme })
  })

  it.each([
    ['no message', null],
    ['text', 'appearance'],
    ['another type', { ...good, type: 'navigate' }],
    ['no theme', { type: 'appearance', variables: {} }],
    ['another theme', { ...good, theme: 'neon' }],
    ['no variables', { type: 'appearance', theme: 'auto' }],
    ['variables that are none', { ...good, variables: null }],
    ['variables that are text', { ...good, variables: 'red' }],
  ])('that is %s is left aside', (_, message) => {
    expect(readFromLoader(message)).toBeNull()
  })

  it.each([
    ['one of the page’s own', '--accent', 'red'],
    ['one of ours that is not public', '--tn-ink', 'red'],
    ['a property', 'background', 'red'],
    ['a name that leaves its declaration', '--tenure-a;color', 'red'],
    ['a value that is a number', '--tenure-accent', 7],
    ['a value that is a novel', '--tenure-accent', 'x'.repeat(201)],
  ])('sets no variable that is %s', (_, name, value) => {
    expect(readFromLoader({ ...good, variables: { '--tenure-accent': '#4b3fd6', [name]: value } })?.variables).toEqual(
      name === '--tenure-accent' ? {} : good.variables,
    )
  })

  it('carries nothing else, whatever comes with it', () => {
    expect(readFromLoader({ ...good, token: 'x', origin: 'x', onload: 'x' })).toEqual(good)
  })

  it('is never trouble', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true }), (message) => {
        const read = readFromLoader(message)
        expect(read === null || read.type === 'appearance').toBe(true)
      }),
    )
  })
})
